internal import ConstantContactCore

/// The answer to a question for ids in V3.
struct CrossReferences<Reference: Decodable & Sendable>: Decodable, Sendable {
  let all: [Reference]

  init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    all = container.array(TextKey("xrefs")) ?? []
    if let key = container.malformed.first {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [TextKey(key)], debugDescription: "not an array of objects"))
    }
  }
}

extension CallPipeline {
  /// Asks for ids in V3.
  ///
  /// - Parameters:
  ///   - parameter: The name of the query parameter.
  ///   - limit: How many ids may be asked for at once.
  func crossReferences<Reference: Decodable & Sendable>(
    _ descriptor: OperationDescriptor,
    of ids: [String],
    parameter: String = "sequence_ids",
    limit: Int = 500
  ) async throws -> CrossReferences<Reference> {
    let check = InputCheck(descriptor.name)
    try check.require(!ids.isEmpty, "\(parameter) is empty")
    try check.count(parameter, ids.count, limit: limit)
    return try await send(.json(descriptor, query: [(parameter, ids.joined(separator: ","))]))
  }
}

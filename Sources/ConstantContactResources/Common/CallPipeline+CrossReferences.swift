internal import ConstantContactCore

extension CallPipeline {
  /// Asks for ids in V3.
  ///
  /// - Parameters:
  ///   - parameter: The name of the query parameter.
  ///   - limit: How many ids may be asked for at once.
  /// - Throws: Among others `undecodableElements`, when one of the answers cannot be read.
  func crossReferences<Reference: Decodable & Sendable>(
    _ descriptor: OperationDescriptor,
    of ids: [String],
    parameter: String = "sequence_ids",
    limit: Int = 500
  ) async throws -> [Reference] {
    let check = InputCheck(descriptor.name)
    try check.require(!ids.isEmpty, "\(parameter) is empty")
    try check.count(parameter, ids.count, limit: limit)
    return try await pages(descriptor, keys: PageKeys(items: "xrefs", total: nil), limit: nil, from: nil) {
      [(parameter, ids.joined(separator: ","))]
    }.collect()
  }
}

internal import ConstantContactCore

extension CallPipeline {
  /// Looks up the V3 IDs of resources whose V2 IDs are known.
  ///
  /// - Parameters:
  ///   - descriptor: The operation.
  ///   - ids: The V2 IDs.
  ///   - parameter: The name of the query parameter.
  ///   - limit: The maximum number of IDs per request.
  /// - Throws: ``ConstantContactError``, with code `undecodableElements` when one of the references cannot be decoded.
  func crossReferences<Reference: Decodable & Sendable>(
    _ descriptor: OperationDescriptor,
    of ids: [String],
    parameter: String = "sequence_ids",
    limit: Int = 500
  ) async throws -> [Reference] {
    let check = InputCheck(descriptor.name)
    try check.require(!ids.isEmpty, parameter, "is empty")
    try check.count(parameter, ids.count, limit: limit)
    let query = [(name: parameter, value: ids.joined(separator: ","))]
    return try await pages(descriptor, .member("xrefs")) { query }.collect()
  }
}

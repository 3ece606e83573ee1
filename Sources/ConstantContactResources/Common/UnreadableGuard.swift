internal import ConstantContactCore

/// Refuses to write back a resource of which a part could not be decoded, since the write would lose that part.
///
/// - Throws: ``ConstantContactError`` with code `unreadableResponse`.
func requireReadable(
  _ unreadable: some Collection<String>, of resource: String, _ descriptor: OperationDescriptor
) throws {
  guard !unreadable.isEmpty else { return }
  throw ConstantContactError(
    .unreadableResponse,
    "the \(resource) has properties that could not be decoded and would be lost: "
      + unreadable.sorted().map { "`\($0)`" }.joined(separator: ", "),
    operation: descriptor.name)
}

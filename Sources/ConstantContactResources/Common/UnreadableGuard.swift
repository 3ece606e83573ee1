internal import ConstantContactCore

/// Refuses to write something back of which a part could not be read: the write would lose that part.
///
/// - Throws: ``ConstantContactError`` with code `unreadableResponse`.
func requireReadable(_ unreadable: some Collection<String>, of thing: String, _ descriptor: OperationDescriptor) throws
{
  guard !unreadable.isEmpty else { return }
  throw ConstantContactError(
    .unreadableResponse,
    "the \(thing) has properties that could not be read and would be lost: "
      + unreadable.sorted().joined(separator: ", "),
    operation: descriptor.name)
}

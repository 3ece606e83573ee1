internal import ConstantContactCore

extension ConstantContactError {
  /// The error for names that do not exist, with similar ones.
  static func unknownNames(
    _ names: [String], of kind: String, among existing: [String], _ operation: String
  ) -> ConstantContactError {
    let sentences = names.prefix(20).map { name in
      let similar = TextSimilarity.closest(to: name, among: existing, count: 3)
      let hint =
        similar.isEmpty
        ? "The account has no \(kind) with a similar name."
        : "Similar names: \(similar.map { "\"\($0)\"" }.joined(separator: ", "))."
      return "The \(kind) \"\(name)\" does not exist. \(hint)"
    }
    return ConstantContactError(.unknownName, sentences.joined(separator: " "), operation: operation)
  }
}

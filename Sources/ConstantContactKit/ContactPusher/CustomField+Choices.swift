internal import ConstantContactResources

extension CustomField {
  /// The choices that a text names, and the labels the field does not have.
  struct ChoiceMatch: Sendable {
    var ids: [CustomFieldChoiceID] = []
    var unknown: [String] = []
  }

  /// Finds the choices that a text names: one label, or several in a multi-select field.
  ///
  /// A label may contain a separator, so the longest label at each place wins.
  func choices(in text: String) -> ChoiceMatch {
    var match = ChoiceMatch()
    func add(_ label: String) -> Bool {
      guard let id = choiceID(label) else { return false }
      if !match.ids.contains(id) { match.ids.append(id) }
      return true
    }
    if add(text) { return match }
    guard kind == .multiSelect else {
      match.unknown = [text]
      return match
    }
    let parts = text.split { ",;".contains($0) || $0.isNewline }
    // A field has at most 100 choices.
    guard parts.count <= 200 else {
      match.unknown = [text]
      return match
    }
    var start = 0
    while start < parts.count {
      let end = (start..<Swift.min(start + 8, parts.count)).reversed().first { end in
        String(text[parts[start].startIndex..<parts[end].endIndex]).trimmed.map(add) ?? false
      }
      if end == nil, let label = String(parts[start]).trimmed, !match.unknown.contains(label) {
        match.unknown.append(label)
      }
      start = (end ?? start) + 1
    }
    return match
  }

  private func choiceID(_ label: String) -> CustomFieldChoiceID? {
    let current = (choices ?? []).filter { $0.deletedAt == nil }
    let match = current.first { $0.label == label } ?? current.first { $0.label?.lowercased() == label.lowercased() }
    return match?.id
  }
}

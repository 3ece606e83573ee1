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

/// The similarity of names, for suggestions.
enum TextSimilarity {
  /// The texts that differ least from another, the most similar first. Texts that differ in most characters are left out.
  static func closest(to text: String, among others: [String], count: Int) -> [String] {
    let wanted = Array(text.lowercased().prefix(64))
    let limit = Swift.min(Swift.max(2, wanted.count / 3), 6)
    let ranked = others.compactMap { other -> (text: String, distance: Int)? in
      let candidate = Array(other.lowercased().prefix(64))
      let isPart = !wanted.isEmpty && other.lowercased().contains(text.lowercased())
      guard isPart || abs(candidate.count - wanted.count) <= limit else { return nil }
      let distance = Self.distance(wanted, candidate)
      return distance <= limit || isPart ? (other, distance) : nil
    }
    return ranked.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }.prefix(count).map(\.text)
  }

  /// The Levenshtein distance.
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (index, character) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let substitution = diagonal + (character == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(substitution, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}

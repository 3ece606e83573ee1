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

/// A table for a terminal.
///
/// Cells are aligned by their display width. Control characters, line breaks and direction overrides become spaces.
public struct TextTable: Sendable {
  /// The alignment of the cells in a column.
  public enum Alignment: Sendable, Hashable {
    /// At the start, for text.
    case leading
    /// At the end, for numbers.
    case trailing
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// The alignment of the cells.
    public var alignment: Alignment
    /// The minimum width in terminal cells; `nil` keeps the column as wide as its widest cell.
    public var minimumWidth: Int?

    /// Creates a column.
    public init(_ title: String, alignment: Alignment = .leading, minimumWidth: Int? = 8) {
      self.title = title
      self.alignment = alignment
      self.minimumWidth = minimumWidth
    }
  }

  /// The columns.
  public let columns: [Column]
  /// The rows, each with one cell per column.
  public private(set) var rows: [[String]] = []

  /// Creates an empty table.
  public init(columns: [Column]) { self.columns = columns }

  /// Adds a row. Missing cells are empty, and excess cells are dropped.
  public mutating func append(_ cells: [String]) {
    let shown = cells.prefix(columns.count).map(DisplayText.oneLine)
    rows.append(shown + Array(repeating: "", count: columns.count - shown.count))
  }

  /// Returns the headings, a rule, and the rows.
  ///
  /// - Parameter width: The available width. The widest columns are truncated first, down to their `minimumWidth`, then
  ///   the lines. `nil` truncates nothing.
  public func lines(width: Int? = nil) -> [String] {
    guard !columns.isEmpty else { return [] }
    let widths = widths(within: width)
    let heading = line(columns.map { DisplayText.oneLine($0.title) }, widths)
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap)
    return ([heading, rule] + rows.map { line($0, widths) }).map { line in
      width.map { DisplayWidth.truncate(line, to: $0) } ?? line
    }
  }

  private static let gap = "  "

  private func widths(within limit: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) { max($0, DisplayWidth.of($1[index])) }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap.count * (columns.count - 1) - limit
    while excess > 0 {
      let candidates = columns.indices.filter { index in columns[index].minimumWidth.map { widths[index] > $0 } ?? false
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var result = ""
    for index in columns.indices {
      let cell = DisplayWidth.truncate(cells[index], to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(cell)))
      if index > 0 { result += Self.gap }
      result += columns[index].alignment == .leading ? cell + padding : padding + cell
    }
    return String(result.reversed().drop { $0 == " " }.reversed())
  }
}

/// The rows and columns of an export.
struct ExportRequest: Sendable {
  let source: ContactSource
  /// The keys of the columns; `nil` for all, with the custom fields.
  let fields: [String]?
}

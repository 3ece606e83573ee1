/// One flat JSON object, its members in the order of the text.
struct JSONRecord {
  /// The line on which the object starts, counted from 1.
  let line: Int
  /// The names as written.
  var columns: [LeadColumn] = []
  /// The values by column name; nulls are left out.
  var fields: [String: String] = [:]
}

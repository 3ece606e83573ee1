/// A flat JSON object with its members in the order of the text.
struct JSONRecord {
  /// The line on which the object starts, counted from 1.
  let line: Int
  /// The names of the members.
  var columns: [LeadColumn] = []
  /// The values by ``LeadColumn/key``, without nulls.
  var fields: [String: String] = [:]
}

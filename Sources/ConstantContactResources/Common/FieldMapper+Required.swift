internal import ConstantContactCore

extension FieldMapper {
  /// Maps text that a request always has: it is empty when it is missing.
  mutating func mapRequired(_ name: String, _ value: inout String) {
    var text: String? = value
    map(name, &text)
    value = text ?? ""
  }
}

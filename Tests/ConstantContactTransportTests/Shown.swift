/// Returns everything that printing, debugging and dumping a value shows.
func shown<Value>(_ value: Value) -> String {
  var text = "\(value) \(String(reflecting: value)) \([value]) \(Optional(value) as Any)"
  dump(value, to: &text)
  dump([value], to: &text)
  return text
}

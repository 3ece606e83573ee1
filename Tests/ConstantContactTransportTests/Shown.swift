/// Everything printing, debugging and dumping a value gives away.
func shown<Value>(_ value: Value) -> String {
  var text = "\(value) \(String(reflecting: value)) \([value]) \(Optional(value) as Any)"
  dump(value, to: &text)
  dump([value], to: &text)
  return text
}

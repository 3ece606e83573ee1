/// A number with a noun: `1 lead`, `2 leads`.
struct Count: CustomStringConvertible {
  let description: String

  init(_ number: Int, _ noun: String) { description = "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

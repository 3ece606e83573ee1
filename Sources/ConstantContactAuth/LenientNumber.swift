/// A number on the wire that some servers write as a text. Anything else counts as silence.
struct LenientNumber: Decodable {
  let value: Double?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = (try? container.decode(Double.self)) ?? (try? container.decode(String.self)).flatMap(Double.init)
    value = number.flatMap { $0.isFinite ? $0 : nil }
  }
}

/// A number in JSON that some servers write as a string. Anything else is treated as missing.
struct LenientNumber: Decodable {
  let value: Double?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = (try? container.decode(Double.self)) ?? (try? container.decode(String.self)).flatMap(Double.init)
    value = number.flatMap { $0.isFinite ? $0 : nil }
  }
}

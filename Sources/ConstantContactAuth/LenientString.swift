/// A string in JSON that some servers write as an integer. Anything else, and an empty string, is treated as missing.
struct LenientString: Decodable {
  let value: String?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = (try? container.decode(String.self)) ?? (try? container.decode(Int64.self)).map(String.init)
    value = text.flatMap { $0.isEmpty ? nil : $0 }
  }
}

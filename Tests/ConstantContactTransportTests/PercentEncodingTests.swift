import ConstantContactTesting
import ConstantContactTransport
import Testing

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("ann+news@example.com", "ann%2Bnews%40example.com"),
    ("a b", "a%20b"),
    ("é", "%C3%A9"),
    ("👍🏽", "%F0%9F%91%8D%F0%9F%8F%BD"),
    ("2024-01-01T00:00:00+00:00", "2024-01-01T00%3A00%3A00%2B00%3A00"),
    (":/?#[]@!$&'()*+,;=", "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D"),
    ("%2B", "%252B"),
    ("-._~", "-._~"),
    ("\r\n\0", "%0D%0A%00"),
    ("", ""),
  ])
  func encodesAllButUnreservedCharacters(text: String, expected: String) {
    #expect(PercentEncoding.encode(text) == expected)
    #expect(PercentEncoding.decodeFormValue(expected) == text)
  }

  @Test func encodedTextDecodesToTheOriginal() {
    var generator = SplitMix64(seed: 20_260_101)
    for _ in 0..<2_000 {
      let scalars = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      let encoded = PercentEncoding.encode(text)
      #expect(encoded.utf8.allSatisfy { $0 < 0x80 && !"+&=@/ ".utf8.contains($0) })
      #expect(PercentEncoding.decodeFormValue(encoded).map { Array($0.unicodeScalars) } == scalars)
      let decoded = PercentEncoding.decodeQuery(PercentEncoding.query([(text, text), ("b", "")]))
      #expect(decoded.map(\.name) == [text, "b"])
      #expect(decoded.map(\.value) == [text, ""])
    }
  }

  @Test(arguments: ["%", "%2", "%zz", "%C3", "a%FF"])
  func malformedEscapesDecodeToNil(text: String) {
    #expect(PercentEncoding.decodeFormValue(text) == nil)
  }

  @Test func decodesQueries() {
    let items = PercentEncoding.decodeQuery("a=1+2&b&c==&bad=%&a=%C3%A9&&")
    #expect(items.map(\.name) == ["a", "b", "c", "a"])
    #expect(items.map(\.value) == ["1 2", "", "=", "é"])
  }
}

/// Tokens that parsers stumble over.
enum FuzzDictionary {
  /// Extreme numbers.
  static let numbers: [[UInt8]] =
    [
      "0", "-0", "-1", "1e1", "1e30", "-1e30", "1e300", "1e308", "1e309", "-1e309", "1e-400", "0.1", "1.", ".1", "00",
      "+1",
      "127", "255", "256", "65536", "2147483647", "2147483648", "4294967296", "9007199254740993", "9223372036854775807",
      "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615",
      "18446744073709551616", "170141183460469231731687303715884105727", "9223372036.854775807", "1e18", "1e19",
      "9e99999",
      "NaN", "Infinity", "-Infinity", "0x10", "1_000", "１２", "٣",
    ].map { Array($0.utf8) } + [
      Array(repeating: UInt8(ascii: "9"), count: 400), Array(repeating: UInt8(ascii: "9"), count: 100_000),
    ]

  static let tokens: [[UInt8]] =
    numbers + texts.map { Array($0.utf8) }
    + [
      [0], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xE2, 0x82],
      Array(repeating: UInt8(ascii: "a"), count: 5_000), Array(repeating: UInt8(ascii: "\""), count: 100),
      Array(repeating: 0xCC, count: 100),
    ]

  private static let texts = json + dates + links + fields + unicode

  private static let json = [
    "null", "true", "false", "[]", "{}", "\"\"", "\"a\"", "[[]]", "[null]", "{\"\":null}", "{\"a\":1,\"a\":2}",
    "\"\\u0000\"",
    "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\x\"", "\\", "\"", ",", ":", "{", "}", "[", "]",
    "//", "/*",
  ]
  private static let dates = [
    "0000-00-00T00:00:00Z", "9999-12-31T23:59:60Z", "9999-12-31T24:00:00Z", "2026-02-30", "2026-13-01T00:00:00Z",
    "-0001-01-01T00:00:00Z", "+292277026596-12-04T15:30:07Z", "2026-01-01T00:00:00+99:99", "2026-01-01T00:00:00-23:59",
    "2026-01-01T00:00:00.123456789012345678901234567890Z", "2026-01-01 00:00:00 -0800", "1767603600000",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Sun, 99 Nov 9999 99:99:99 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "01/02/2026", "--02-29", "T", "Z",
  ]
  private static let links = [
    "/v3/contacts?cursor=x", "//evil.example/v3/contacts", "https://evil.example/v3/contacts", "http://127.0.0.1/v3",
    "javascript:alert(1)",
    "/v3/../../etc/passwd", "/v3/contacts?cursor=%", "/v3/contacts?cursor=%zz", "%0d%0aX-A: 1", "\r\nX-A: 1", "?", "#",
    "/", "..", "\\\\evil",
    "https://user:pw@api.cc.email/v3", "https://api.cc.email:99999/v3", "https://[::1]/v3", "https://é.example/",
    "file:///etc/passwd",
  ]
  private static let fields = [
    "Bearer x", "application/json; charset=\"", "text/html", "gzip", "Basic realm=\"a\"", "a=b&c=d", "a=b&a=b",
    "eyJhbGciOiJub25lIn0",
    "RS256", "none", "crit", "b64", "contact_data", "invalid_grant", "quota_exceeded", "throttled", "ann@example.com",
    "\"ann lee\"@example.com", "ann%2540example.com", "ann&#64;example.com", "ann＠example.com", "<ann@example.com>",
  ]
  private static let unicode = [
    "\u{0}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "é",
    "e\u{301}", "İ", "ı", "ß", "ﬃ", "👩‍👩‍👧‍👦",
    "\u{1F1E6}\u{1F1E7}", "\r\n", "\r", "\n", "\t", "\u{B}", "\u{200B}", "\u{1F600}",
  ]
}

import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2026-04-28T21:46:22Z", 1_777_412_782.0), ("2019-04-25T11:08:00.000Z", 1_556_190_480),
    ("2016-03-03T10:53:04-05:00", 1_457_020_384), ("2016-03-03T15:53:04.000+00:00", 1_457_020_384),
    ("2026-02-05T07:32:49.766+0000", 1_770_276_769.766), ("2025-09-25T20:06:50.020+00:00", 1_758_830_810.02),
    ("2016-07-08", 1_467_936_000), ("2023-01-23 06:09:23 -0800", 1_674_482_963),
    ("2016-03-03T10:53:04-05:0", 1_457_020_384), ("2016-03-03T10:53:04-05", 1_457_020_384),
    ("2016-03-03T10:53:04", 1_457_002_384), ("2016-03-03T10:53Z", 1_457_002_380),
    ("2016-03-03t10:53:04z", 1_457_002_384),
    ("2016-03-03T10:53:04,5Z", 1_457_002_384.5), ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
    ("1900-02-28", -2_203_977_600), ("2000-02-29", 951_782_400), ("2016-12-31T23:59:60Z", 1_483_228_800),
    ("2016-03-03T10:53:04+05:30", 1_456_982_584), ("0001-01-01", -62_135_596_800),
  ])
  func knownSpellingsAreParsed(text: String, seconds: Double) throws {
    let date = try #require(Timestamp(text: text).date)
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
    #expect(Timestamp(text: text).text == text)
  }

  @Test(arguments: [
    "", "0", "2026", "2026-04", "2026-4-28", "26-04-28", "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-29",
    "1900-02-29", "2026-04-28T", "2026-04-28T24:00:00Z", "2026-04-28T21:60:00Z", "2026-04-28T21:46:61Z",
    "2026-04-28T21:46:22.Z", "2026-04-28T21:46:22+", "2026-04-28T21:46:22+0", "2026-04-28T21:46:22+24:00",
    "2026-04-28T21:46:22+00:60", "2026-04-28T21:46:22Z ", " 2026-04-28", "2026-04-28T21:46:22 PST", "28.04.2026",
    "+026-04-28", "２０２６-04-28", "2026-04-28T21Z", "2026-04-28T21:46:22+00:000", "today",
  ])
  func unknownSpellingsAreNil(text: String) {
    #expect(Timestamp(text: text).date == nil)
  }

  @Test func formattedDatesAreParsedBack() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<20_000 {
      // Years 1 to 9999.
      let milliseconds = Int.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random)
      let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      let written = Timestamp(date)
      let read = try #require(written.date)
      #expect(Int((read.timeIntervalSince1970 * 1000).rounded()) == milliseconds, "\(written)")
      #expect(Timestamp(read) == written)
    }
  }

  @Test func consecutiveDaysAreConsecutive() throws {
    // Around leap years and centuries, compared with arithmetic without a calendar.
    for first in [-719_162, -141_500, -25_600, -800, 10_900, 19_700, 47_400, 2_932_800] {
      for day in first..<(first + 800) where day < 2_932_897 {
        let date = Date(timeIntervalSince1970: Double(day) * 86_400)
        let text = String(Timestamp(date).text.prefix(10))
        #expect(Timestamp(text: text).date == date)
      }
    }
    #expect(Timestamp(Date(timeIntervalSince1970: 951_782_400)).text == "2000-02-29T00:00:00Z")
    #expect(Timestamp(Date(timeIntervalSince1970: -0.001)).text == "1969-12-31T23:59:59.999Z")
    #expect(Timestamp(Date(timeIntervalSince1970: 1.05)).text == "1970-01-01T00:00:01.050Z")
  }

  @Test func agreesWithFoundation() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<500 {
      let date = Date(timeIntervalSince1970: Double(Int.random(in: -2_000_000_000...4_000_000_000, using: &random)))
      #expect(Timestamp(date).text == date.formatted(.iso8601))
    }
  }

  @Test(arguments: [
    Double.infinity, -.infinity, .nan, 1e300, -1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e18, -1e18,
  ])
  func datesOutOfRangeAreClamped(seconds: Double) {
    let written = Timestamp(Date(timeIntervalSince1970: seconds))
    #expect(written.date != nil)
  }

  @Test(arguments: [17, 400, 1_000, 100_000])
  func fractionsOfManyDigitsAreParsed(count: Int) throws {
    for digit in ["0", "3", "9"] {
      let text = "2026-04-28T21:46:22." + String(repeating: digit, count: count) + "Z"
      let date = try #require(Timestamp(text: text).date)
      let fraction = try #require(Double("0." + String(repeating: digit, count: 17)))
      #expect(abs(date.timeIntervalSince1970 - 1_777_412_782 - fraction) < 0.000_001)
    }
    #expect(Timestamp(text: String(repeating: "9", count: count)).date == nil)
  }

  @Test(arguments: 1...20)
  func mutatedTextsNeverTrap(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let parts = ["9999", "0000", "-", ":", "T", ".", "99", "+23:59", "-2359", "Z", "é", " ", "5"]
    for _ in 0..<2_000 {
      var text = Array("2026-04-28T21:46:22.123+05:00")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let position = Int.random(in: 0..<text.count, using: &random)
        text.replaceSubrange(position...position, with: Array(parts.randomElement(using: &random) ?? ""))
        if text.isEmpty { text = ["0"] }
      }
      if let date = Timestamp(text: String(text)).date {
        #expect(date.timeIntervalSince1970.isFinite)
        #expect(Timestamp(date).date != nil)
      }
    }
  }
}

import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct FakeContactDateTests {
  /// The dates on the wire agree with Foundation's.
  @Test func datesAreThoseOfFoundation() async throws {
    for seconds in stride(from: -62_135_596_800, through: 253_402_300_799, by: 86_399 * 24_693) {
      let clock = ManualClock(start: Date(timeIntervalSince1970: Double(seconds)))
      let fake = FakeConstantContact(.init(time: clock.timeSource))
      let contact = await fake.add(.init(address: "ann@example.com"))
      let json = String(decoding: contact.json, as: UTF8.self)
      let date = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
      #expect(json.contains(#""created_at":"\#(date)""#), "\(seconds)")
    }
  }
}

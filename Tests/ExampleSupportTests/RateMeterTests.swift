import ExampleSupport
import Testing

@Suite struct RateMeterTests {
  @Test func rateIsUnknownAtFirst() {
    var meter = RateMeter()
    for tenth in 0...29 {
      meter.record(done: tenth * 10, at: .milliseconds(tenth * 100))
      #expect(meter.rate(done: tenth * 10, at: .milliseconds(tenth * 100)) == nil)
    }
    meter.record(done: 300, at: .seconds(3))
    #expect(meter.rate(done: 300, at: .seconds(3)) == 100)
  }

  @Test func burstsAtTheStartDoNotCount() {
    var meter = RateMeter()
    meter.record(done: 1_000, at: .milliseconds(10))
    for second in 1...4 { meter.record(done: 1_000 + 2 * second, at: .seconds(second)) }
    #expect(meter.rate(done: 1_008, at: .seconds(4)) == 2)
  }

  @Test func rateIsThatOfTheLastTenSeconds() {
    var meter = RateMeter()
    for second in 1...60 { meter.record(done: 10 * second, at: .seconds(second)) }
    for second in 61...80 { meter.record(done: 600 + (second - 60), at: .seconds(second)) }
    #expect(meter.rate(done: 620, at: .seconds(80)) == 1)
  }

  @Test func stalledRunSlowsDown() throws {
    var meter = RateMeter()
    for second in 1...10 { meter.record(done: 2 * second, at: .seconds(second)) }
    let rate = try #require(meter.rate(done: 20, at: .seconds(28)))
    #expect(rate < 1)
  }
}

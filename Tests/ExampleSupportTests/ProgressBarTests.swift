import ExampleSupport
import Testing

@Suite struct ProgressBarTests {
  @Test func showsBarCountRateAndEstimate() {
    let bar = ProgressBar(total: 300)
    #expect(
      bar.render(done: 0, elapsed: .zero, rate: nil, width: 60) == "[" + String(repeating: ".", count: 31)
        + "]    0/300    0%  --:-- left"
    )
    #expect(
      bar.render(done: 75, elapsed: .seconds(25), rate: 3, width: 70)
        == "[#######......................]   75/300   25%  3.0 leads/s  1:15 left"
    )
    #expect(
      bar.render(done: 300, elapsed: .milliseconds(76_600), rate: 3.9, width: 200).hasSuffix(
        "300/300  100%  3.9 leads/s  in 1:17")
    )
  }

  @Test(arguments: [
    (0.01, "0.01 leads/s"), (0.99, "0.99 leads/s"), (1, "1.0 leads/s"), (9.95, "10 leads/s"), (9.94, "9.9 leads/s"),
    (99_990_000, "99990000 leads/s"), (.infinity, "1000000000 leads/s"),
  ])
  func ratesHaveTwoFigures(rate: Double, text: String) {
    let line = ProgressBar(total: 10_000).render(done: 1, elapsed: .seconds(9), rate: rate, width: 100)
    #expect(line.contains("  \(text)  "))
  }

  @Test(arguments: [nil, 0, -1, .nan] as [Double?])
  func unknownRatesAreNotShown(rate: Double?) {
    let line = ProgressBar(total: 300).render(done: 8, elapsed: .milliseconds(50), rate: rate, width: 60)
    #expect(line.hasSuffix("  8/300    2%  --:-- left"))
  }

  @Test func longEstimatesHaveHours() {
    let line = ProgressBar(total: 100_001).render(done: 1, elapsed: .milliseconds(250), rate: 4, width: 100)
    #expect(line.hasSuffix("6:56:40 left"))
  }

  @Test func isNeverWiderThanTheTerminal() {
    for total in [0, 1, 300, 1_000_000, Int.max] {
      for width in 0...120 {
        for done in [-1, 0, 1, total / 2, total, .max] {
          let line = ProgressBar(total: total).render(done: done, elapsed: .seconds(7), rate: 2, width: width)
          #expect(DisplayWidth.of(line) <= width)
          if width >= 19 + 1 + 19 { #expect(line.contains("/\(total)")) }
        }
      }
    }
  }

  @Test func keepsItsWidthFromStartToEnd() {
    let bar = ProgressBar(total: 40)
    let widths = (1..<40).map { bar.render(done: $0, elapsed: .seconds($0), rate: 1, width: 60).count }
    #expect(Set(widths).count == 1)
  }

  @Test func emptyRunIsDone() {
    #expect(
      ProgressBar(total: 0).render(done: 0, elapsed: .zero, rate: nil, width: 60).hasSuffix("]  0/0  100%  in 0:00"))
  }
}

import ExampleSupport
import Testing

@Suite struct ProgressBarTests {
  @Test func showsBarCountRateAndEstimate() {
    let bar = ProgressBar(total: 300)
    #expect(
      bar.render(done: 0, elapsed: .zero, width: 60) == "[" + String(repeating: ".", count: 31)
        + "]    0/300    0%  --:-- left"
    )
    #expect(
      bar.render(done: 75, elapsed: .seconds(25), width: 70)
        == "[#######.......................]   75/300   25%  3.0 rows/s  1:15 left"
    )
    #expect(
      bar.render(done: 300, elapsed: .milliseconds(76_600), width: 200).hasSuffix("300/300  100%  3.9 rows/s  in 1:17")
    )
  }

  @Test(arguments: [
    (1, 100.0, "0.01 rows/s"), (99, 100, "0.99 rows/s"), (1, 1, "1.0 rows/s"), (199, 20, "10 rows/s"),
    (9940, 1000, "9.9 rows/s"), (9999, 0.0001, "99990000 rows/s"),
  ])
  func ratesKeepTwoFigures(done: Int, seconds: Double, text: String) {
    #expect(
      ProgressBar(total: 10_000).render(done: done, elapsed: .seconds(seconds), width: 100).contains("  \(text)  ")
    )
  }

  @Test func longEstimatesHaveHours() {
    let line = ProgressBar(total: 100_001).render(done: 1, elapsed: .milliseconds(250), width: 100)
    #expect(line.hasSuffix("6:56:40 left"))
  }

  @Test func isNeverWiderThanTheTerminal() {
    for total in [0, 1, 300, 1_000_000] {
      for width in 0...120 {
        for done in [-1, 0, 1, total / 2, total, total + 1] {
          let line = ProgressBar(total: total).render(done: done, elapsed: .seconds(7), width: width)
          #expect(DisplayWidth.of(line) <= width)
          if width >= 7 + 1 + 7 { #expect(line.contains("/\(total)")) }
        }
      }
    }
  }

  @Test func keepsItsWidthFromStartToEnd() {
    let bar = ProgressBar(total: 40)
    let widths = (1..<40).map { bar.render(done: $0, elapsed: .seconds($0), width: 60).count }
    #expect(Set(widths).count == 1)
  }

  @Test func nothingToDoIsDone() {
    #expect(ProgressBar(total: 0).render(done: 0, elapsed: .zero, width: 60).hasSuffix("]  0/0  100%  in 0:00"))
  }
}

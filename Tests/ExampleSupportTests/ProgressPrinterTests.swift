import ExampleSupport
import Foundation
import Testing

@Suite struct ProgressPrinterTests {
  /// The written text and the time.
  private final class Screen: @unchecked Sendable {
    // Safe to share: mutable state is only accessed while `lock` is held.
    private let lock = NSLock()
    private var written: [String] = []
    private var time: Duration = .zero

    func write(_ text: String) { lock.withLock { written.append(text) } }
    func advance(by duration: Duration) { lock.withLock { time += duration } }
    var now: Duration { lock.withLock { time } }
    var text: [String] { lock.withLock { written } }
  }

  private func printer(on screen: Screen, total: Int = 10, interactive: Bool = true) -> ProgressPrinter {
    ProgressPrinter(
      total: total,
      isInteractive: interactive,
      elapsed: { screen.now },
      width: { 50 },
      write: { screen.write($0) }
    )
  }

  @Test func drawsAtMostTenTimesASecond() {
    let screen = Screen()
    let printer = printer(on: screen, total: 1000)
    for done in 1...200 {
      screen.advance(by: .milliseconds(10))
      printer.update(done: done)
    }
    #expect(screen.text.count == 20)
    #expect(screen.text.allSatisfy { $0.hasPrefix("\r") && $0.hasSuffix("\u{1B}[K") && !$0.contains("\n") })
  }

  @Test func drawsTheLastLeadWithoutDelay() throws {
    let screen = Screen()
    let printer = printer(on: screen)
    for _ in 1...10 { printer.advance() }
    #expect(screen.text.count == 2)
    #expect(try #require(screen.text.last).contains("10/10"))
  }

  @Test func ignoresSmallerNumbers() throws {
    let screen = Screen()
    let printer = printer(on: screen)
    printer.update(done: 5)
    screen.advance(by: .seconds(1))
    printer.update(done: 3)
    #expect(try #require(screen.text.last).contains(" 5/10"))
  }

  @Test func finishRemovesTheBar() {
    let screen = Screen()
    let printer = printer(on: screen)
    printer.finish()
    #expect(screen.text.isEmpty)
    printer.update(done: 5)
    #expect(screen.text.isEmpty)

    let second = self.printer(on: screen)
    second.update(done: 5)
    second.finish()
    second.finish()
    second.update(done: 10)
    #expect(screen.text.count == 2)
    #expect(screen.text.last == "\r\u{1B}[K")
  }

  @Test func linesAreWrittenAboveTheBar() {
    let screen = Screen()
    let printer = printer(on: screen)
    printer.write(line: "before")
    printer.update(done: 1)
    printer.write(line: "between")
    #expect(screen.text.count == 5)
    #expect(screen.text[0] == "before\n")
    #expect(Array(screen.text[2...3]) == ["\r\u{1B}[K", "between\n"])
    #expect(screen.text[4] == screen.text[1])
  }

  /// Eight leads that finish at once do not make the run look fast.
  @Test func rateIsThatOfTheSteadyState() throws {
    let screen = Screen()
    let printer = printer(on: screen, total: 1_000, interactive: true)
    for _ in 1...8 { printer.advance() }
    for _ in 1...20 {
      screen.advance(by: .milliseconds(500))
      printer.advance()
    }
    #expect(screen.text.prefix(6).allSatisfy { $0.contains("--:-- left") && !$0.contains("leads/s") })
    #expect(screen.text.suffix(10).allSatisfy { $0.contains("2.0 leads/s") || $0.contains(" left") })
    let rates = screen.text.filter { $0.contains(" left") && !$0.contains("--:--") }
    #expect(rates.count >= 14)
    // 972 leads at 2 per second.
    #expect(try #require(screen.text.last).contains("8:06 left"))
  }

  @Test func drawsNoBarWithoutATerminal() {
    let screen = Screen()
    let printer = printer(on: screen, interactive: false)
    printer.update(done: 5)
    printer.write(line: "a notice")
    printer.update(done: 10)
    printer.finish()
    #expect(screen.text == ["a notice\n"])
  }

  @Test func countsFromConcurrentTasks() async throws {
    let screen = Screen()
    let printer = printer(on: screen, total: 1000)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<1000 { group.addTask { printer.advance() } }
    }
    #expect(try #require(screen.text.last).contains("1000/1000"))
  }
}

import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TokenSourceCancellationTests {
  @Test(arguments: UInt64(0)..<40)
  func cancelledCallersDoNotAffectOthers(seed: UInt64) async throws {
    var dice = SplitMix64(seed: seed)
    let clock = LeapClock()
    let gate = Gate()
    let server = TokenServer(gate: gate)
    let source = TokenSource(
      client: .confidential, transport: server, store: MemoryTokenStore(.held(expiresIn: .zero)),
      time: clock.timeSource)
    let callers = (0..<100).map { _ in Task { try await source.accessToken().value } }
    let share = Double.random(in: 0...1, using: &dice)
    let cancelled = Set(callers.indices.dropFirst().filter { _ in Double.random(in: 0..<1, using: &dice) < share })
    // Some before the request, some during it, some after the response.
    var waiting = cancelled.shuffled(using: &dice)
    func cancelSome() {
      for index in waiting.prefix(Int.random(in: 0...waiting.count, using: &dice)) {
        callers[index].cancel()
        waiting.removeAll { $0 == index }
      }
    }
    cancelSome()
    await gate.waitForArrivals(1)
    cancelSome()
    await gate.open()
    for index in waiting { callers[index].cancel() }
    for (index, caller) in callers.enumerated() {
      switch await caller.result {
      case .success(let value): #expect(value == "A1")
      case .failure(let error):
        #expect(cancelled.contains(index), "caller \(index): \(error)")
        #expect(error is CancellationError)
      }
    }
    // The pair is kept even if all callers were cancelled.
    #expect(try await source.accessToken().value == "A1")
    #expect(await server.count == 1)
  }

  @Test func pairIsSavedWhenAllCallersAreCancelled() async throws {
    let gate = Gate()
    let server = TokenServer(gate: gate)
    let store = ProbeStore(.held(expiresIn: .zero))
    let source = TokenSource(
      client: .confidential, transport: server, store: store, time: LeapClock().timeSource)
    let caller = Task { try await source.accessToken() }
    await gate.waitForArrivals(1)
    caller.cancel()
    await #expect(throws: CancellationError.self) { try await caller.value }
    await gate.open()
    while await store.saves == 0 { await Task.yield() }
    #expect(try await store.load()?.refreshToken == "R1")
    #expect(try await store.load()?.refreshStartedAt == nil)
  }
}

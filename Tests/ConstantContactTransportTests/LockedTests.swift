import ConstantContactTransport
import Testing

@Suite struct LockedTests {
  @Test func concurrentIncrementsAreNotLost() async {
    let count = Locked(0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<5_000 { count.withLock { $0 += 1 } } }
      }
    }
    #expect(count.withLock { $0 } == 40_000)
  }

  @Test func thrownErrorsReleaseTheLock() {
    let value = Locked("a")
    #expect(throws: CancellationError.self) {
      try value.withLock {
        $0 = "b"
        throw CancellationError()
      }
    }
    #expect(value.withLock { $0 } == "b")
  }
}

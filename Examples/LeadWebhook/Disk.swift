internal import Dispatch

/// Runs blocking file operations outside the threads of Swift's concurrency.
enum Disk {
  private static let queue = DispatchQueue(label: "lead-webhook.disk", attributes: .concurrent)

  static func run<Output: Sendable>(_ work: @escaping @Sendable () throws -> Output) async throws -> Output {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }
}

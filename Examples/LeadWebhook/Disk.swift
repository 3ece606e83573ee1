internal import Dispatch

/// Runs what waits for the disk off the threads that tasks share.
enum Disk {
  private static let queue = DispatchQueue(label: "lead-webhook.disk", attributes: .concurrent)

  static func run<Output: Sendable>(_ work: @escaping @Sendable () throws -> Output) async throws -> Output {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }
}

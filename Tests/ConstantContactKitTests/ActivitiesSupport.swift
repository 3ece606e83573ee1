import ConstantContactKit
import Testing

/// Returns the error that a call throws.
func errorThrown(by call: () async throws -> some Sendable) async throws -> ConstantContactError {
  do {
    _ = try await call()
  } catch let error as ConstantContactError {
    return error
  }
  throw TestFailure("nothing was thrown")
}

internal import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension CallPipeline {
  /// Makes a call whose 2xx body goes into a file, under the same limits, tokens and retries as any other call.
  ///
  /// The body is written to a file in the same directory, which replaces the target once it is complete.
  ///
  /// - Throws: ``ConstantContactError`` or `CancellationError`; then the target is unchanged.
  package func download<Response>(_ operation: APIOperation<Response>, to file: URL) async throws {
    let part = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).part")
    let transport = transport
    do {
      _ = try await perform(operation) { request in
        let head = try await transport.download(request, to: part)
        if head.status.kind == .successful { return TransportResponse(status: head.status, headers: head.headers) }
        // The body of a refusal is in the file.
        let body = (try? Data(contentsOf: part)) ?? Data()
        return TransportResponse(status: head.status, headers: head.headers, body: body)
      }
      try PrivateFile.move(part.path(percentEncoded: false), to: file.path(percentEncoded: false))
    } catch {
      try? PrivateFile.remove(at: part.path(percentEncoded: false))
      guard let failure = error as? PrivateFile.Failure else { throw error }
      throw ConstantContactError(
        .connection, "the downloaded file \(failure)", operation: operation.descriptor.name, cause: failure)
    }
  }
}

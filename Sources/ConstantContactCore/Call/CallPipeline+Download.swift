internal import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension CallPipeline {
  /// Makes a call whose 2xx body goes into a file, under the same limits, tokens and retries as any other.
  ///
  /// The file is written beside its place and put there when it is whole.
  ///
  /// - Throws: ``ConstantContactError`` or `CancellationError`; then the file is as it was.
  package func download<Response>(_ operation: APIOperation<Response>, to file: URL) async throws {
    let part = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).part")
    let transport = transport
    do {
      let response = try await respond(to: operation) { request in
        let head = try await transport.download(request, to: part)
        if head.status.kind == .successful { return TransportResponse(status: head.status, headers: head.headers) }
        // What the service said of its refusal is in the file.
        let body = (try? Data(contentsOf: part)) ?? Data()
        return TransportResponse(status: head.status, headers: head.headers, body: body)
      }
      _ = try result(of: operation, in: response)
      try PrivateFile.move(part.path(percentEncoded: false), to: file.path(percentEncoded: false))
    } catch {
      try? PrivateFile.remove(at: part.path(percentEncoded: false))
      guard let failure = error as? PrivateFile.Failure else { throw error }
      throw ConstantContactError(
        .connection, "the downloaded file \(failure)", operation: operation.descriptor.name, cause: failure)
    }
  }
}

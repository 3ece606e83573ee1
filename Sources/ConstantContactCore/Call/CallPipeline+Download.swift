internal import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

extension CallPipeline {
  /// Makes a call and writes the body of its 2xx response to a file.
  ///
  /// The transport writes to a new file beside the destination, which only its owner can read. A complete download is
  /// moved to the destination in one step.
  ///
  /// - Throws: ``ConstantContactError`` or `CancellationError`; the destination is then unchanged.
  package func download<Response>(_ operation: APIOperation<Response>, to file: URL) async throws {
    let part = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).part")
    let transport = transport
    do {
      let received = Locked<TransportResponse?>(nil)
      _ = try await perform(operation, isBodyInFile: true) { request in
        // A new file for each attempt: nothing of an earlier one remains in it.
        DownloadFile.remove(part)
        try DownloadFile.create(at: part)
        let head = try await transport.download(request, to: part)
        if head.status.kind == .successful {
          let response = TransportResponse(status: head.status, headers: head.headers)
          received.withLock { $0 = response }
          return response
        }
        // The file contains the error that the API reported.
        let body = Self.beginning(of: part, limit: 1 << 20)
        return TransportResponse(status: head.status, headers: head.headers, body: body)
      }
      if let response = received.withLock({ $0 }) {
        do {
          try operation.descriptor.promise?.check(response, body: Self.beginning(of: part, limit: 512))
        } catch let error as ResponsePromise.Broken {
          throw FailureReader(descriptor: operation.descriptor).error(for: error, in: response)
        }
      }
      try PrivateFile.move(part.path(percentEncoded: false), to: file.path(percentEncoded: false))
    } catch {
      DownloadFile.remove(part)
      guard let failure = error as? PrivateFile.Failure else { throw error }
      throw ConstantContactError(
        .connection, "the downloaded file \(failure)", operation: operation.descriptor.name, cause: failure)
    }
  }

  /// The first bytes of a file. `Data(contentsOf:)` would read all of it, also when it is asked to map it.
  private static func beginning(of file: URL, limit: Int) -> Data {
    guard let opened = try? OpenedFile(at: file) else { return Data() }
    var bytes = [UInt8](repeating: 0, count: min(limit, opened.size))
    let count = bytes.withUnsafeMutableBytes { opened.read(into: $0, at: 0) }
    return Data(bytes.prefix(count))
  }
}

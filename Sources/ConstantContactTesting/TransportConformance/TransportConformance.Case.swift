public import ConstantContactTransport

extension TransportConformance {
  /// A conformance test case.
  public struct Case: Sendable, CustomStringConvertible {
    /// A short name, unique in the suite.
    public let name: String
    /// The behavior that is checked, in one sentence.
    public let summary: String

    private let check: @Sendable (any HTTPTransport, any Server) async throws -> Void

    init(
      _ name: String,
      _ summary: String,
      check: @escaping @Sendable (any HTTPTransport, any Server) async throws -> Void
    ) {
      self.name = name
      self.summary = summary
      self.check = check
    }

    /// The name.
    public var description: String { name }

    /// Runs the case, then stops the server.
    ///
    /// - Parameters:
    ///   - transport: The transport under test.
    ///   - server: A server that has not been started.
    /// - Throws: ``Failure``, or an error of the server.
    public func run(_ transport: any HTTPTransport, on server: any Server) async throws {
      do {
        try await check(transport, server)
      } catch {
        await server.stop()
        throw (error as? Unexpected).map { Failure(caseName: name, message: $0.message) } ?? error
      }
      await server.stop()
    }
  }

  /// A failed expectation, before the name of the case is added.
  struct Unexpected: Error {
    let message: String
  }
}

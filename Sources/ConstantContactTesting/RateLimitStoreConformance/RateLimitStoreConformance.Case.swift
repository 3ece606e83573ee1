public import ConstantContactCore

extension RateLimitStoreConformance {
  /// Opens a store. Each call stands for another process: the stores share nothing but their storage.
  public typealias Opener = @Sendable () async throws -> any RateLimitStore

  /// One requirement of a store.
  public struct Case: Sendable, CustomStringConvertible {
    /// A short name, unique in the suite.
    public let name: String
    /// The requirement in one sentence.
    public let summary: String

    private let check: @Sendable (@escaping Opener) async throws -> Void

    init(_ name: String, _ summary: String, check: @escaping @Sendable (@escaping Opener) async throws -> Void) {
      self.name = name
      self.summary = summary
      self.check = check
    }

    /// The name.
    public var description: String { name }

    /// Runs the case.
    ///
    /// - Parameter open: Opens a store on storage that is empty when the case begins. It is called several times.
    /// - Throws: ``Failure``, or the store's error.
    public func run(_ open: @escaping Opener) async throws {
      do {
        try await RateLimitStoreConformance.promptly { [check] in try await check(open) }
      } catch let error as Unexpected {
        throw Failure(caseName: name, message: error.message)
      }
    }
  }

  /// A failed expectation, before the case adds its name.
  struct Unexpected: Error {
    let message: String
  }
}

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// A request the fake has seen: what it was, never whose. It holds no token, no query value and no body.
  public struct RequestRecord: Sendable, Hashable {
    /// The request's number, from 0.
    public let index: Int
    /// The method.
    public let method: String
    /// The path.
    public let path: String
    /// Method and path with placeholders, such as `GET /v3/contacts/{id}`.
    public let route: String
    /// The name of the operation, when the client gave one.
    public let operation: String
    /// The names of the query parameters.
    public let queryNames: [String]
    /// When it came in, counted from the fake's making.
    public let elapsed: Duration
    /// The date when it came in.
    public let date: Date
    /// The answer's status; `nil` while it is under way, and for good when the connection was lost.
    public internal(set) var status: Int?
    /// What went wrong on purpose.
    public internal(set) var fault: InjectedFault?
  }
}

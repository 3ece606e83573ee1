#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// A request that arrived. It holds no token, no query value and no body.
  public struct RequestRecord: Sendable, Hashable {
    /// The request's number, from 0.
    public let index: Int
    /// The method.
    public let method: String
    /// The path.
    public let path: String
    /// Method and path with placeholders, such as `GET /v3/contacts/{id}`.
    public let route: String
    /// The name of the client's operation; empty for requests over HTTP.
    public let operation: String
    /// The names of the query parameters.
    public let queryNames: [String]
    /// The time of arrival since the fake was created.
    public let elapsed: Duration
    /// The date of arrival.
    public let date: Date
    /// The response's status; `nil` until it is delivered, and for a lost response.
    public internal(set) var status: Int?
    /// The injected fault, if any.
    public internal(set) var fault: InjectedFault?
  }
}

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// An event of a refresh token, without the token.
  public struct TokenRecord: Sendable, Hashable {
    /// The kinds of events.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The token was issued.
      case issued
      /// The token was exchanged for a new pair.
      case refreshed
      /// The token was sent again after it was spent.
      case reused
      /// The token was refused for another reason: unknown, revoked, or idle for 180 days.
      case refused
    }

    /// The record's number, from 0.
    public let index: Int
    /// What happened.
    public let kind: Kind
    /// The grant to which the token belongs; `nil` for an unknown token.
    public let series: Int?
    /// The date.
    public let date: Date
  }
}

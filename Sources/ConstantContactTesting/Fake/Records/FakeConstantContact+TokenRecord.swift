#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// Something that happened to a refresh token. It does not hold the token.
  public struct TokenRecord: Sendable, Hashable {
    /// What can happen.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// It was given out.
      case issued
      /// It was exchanged for a new pair.
      case refreshed
      /// It came back although it was spent.
      case reused
      /// It was not accepted for another reason: unknown, revoked, or idle for 180 days.
      case refused
    }

    /// Its place in the log, counted from 0.
    public let index: Int
    /// What happened.
    public let kind: Kind
    /// The grant that the token goes back to; `nil` for one that was never given out.
    public let series: Int?
    /// When.
    public let date: Date
  }
}

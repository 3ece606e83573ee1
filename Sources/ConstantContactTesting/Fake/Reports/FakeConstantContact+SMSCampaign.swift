#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// An SMS campaign as its summary shows it. The API cannot send one; tests add it.
  public struct SMSCampaign: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The date of the last send. Reports show campaigns whose date has come.
    public var sentAt: Date
    /// The number of contacts it was sent to.
    public var sends: Int
    /// The number of contacts it reached.
    public var delivers: Int
    /// The number of contacts that clicked a link.
    public var clicks: Int
    /// The number of contacts that opted out.
    public var optOuts: Int

    /// Creates an SMS campaign.
    public init(name: String, sentAt: Date, sends: Int, delivers: Int, clicks: Int = 0, optOuts: Int = 0) {
      self.name = name
      self.sentAt = sentAt
      self.sends = sends
      self.delivers = delivers
      self.clicks = clicks
      self.optOuts = optOuts
    }
  }
}

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// What a contact did on a landing page. See ``add(landingPage:visits:id:)``.
  public struct LandingPageVisit: Sendable, Hashable {
    /// The kinds of visits.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The contact opened the page.
      case open
      /// The contact clicked a link.
      case click
      /// The page added the contact to the account.
      case add
      /// The page changed the contact.
      case update
      /// The contact agreed to text messages.
      case smsOptIn
    }

    /// What happened.
    public var kind: Kind
    /// The contact's ID.
    public var contact: String
    /// The date. Reports show visits whose date has come.
    public var date: Date
    /// The URL of a clicked link.
    public var link: String?
    /// The device, such as `tablet`; `nil` when it is not known.
    public var device: String?

    /// Creates a visit.
    public init(_ kind: Kind, contact: String, date: Date, link: String? = nil, device: String? = nil) {
      self.kind = kind
      self.contact = contact
      self.date = date
      self.link = link
      self.device = device
    }
  }
}

extension FakeConstantContact.LandingPageVisit.Kind {
  /// The type in a contact's report, which knows no opt-ins.
  var activityType: String? { self == .smsOptIn ? nil : "p_contact_" + rawValue }
}

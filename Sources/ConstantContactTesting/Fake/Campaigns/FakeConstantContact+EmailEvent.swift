#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// A send of a campaign to a contact, or what the contact did with it. See ``FakeConstantContact/emailEvents``.
  public struct EmailEvent: Sendable, Hashable {
    /// The kinds of events.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The email was sent to the contact.
      case send
      /// The contact opened the email.
      case open
      /// The contact clicked a link.
      case click
      /// The contact forwarded the email.
      case forward
      /// The email could not be delivered.
      case bounce
      /// The contact unsubscribed.
      case optOut
    }

    /// What happened.
    public internal(set) var kind: Kind
    /// The date, in whole seconds.
    public internal(set) var date: Date
    /// The campaign's ID.
    public let campaign: String
    /// The ID of the campaign activity: the primary email or the resend.
    public let activity: String
    /// The contact's ID.
    public let contact: String
    /// The email address that the email was sent to.
    public let address: String
    /// The subject of the email.
    public let subject: String
    /// The URL of a clicked link.
    public internal(set) var link: String?
    /// The device of an open or a click, such as `mobile`; `nil` when it is not known.
    public internal(set) var device: String?
    /// The code of a bounce, such as `F` for a full mailbox.
    public internal(set) var bounceCode: String?
    /// The reason of an opt-out, if the contact gave one.
    public internal(set) var optOutReason: String?
  }

  /// Every send of a campaign and every reaction so far, oldest first: the ground truth of all email reports.
  ///
  /// Sends that are due and reactions whose time has come are part of it, without a request.
  public var emailEvents: [EmailEvent] {
    settle()
    return emailLog.events
  }
}

extension FakeConstantContact.EmailEvent: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The kind and the IDs, without the address.
  public var description: String { "\(kind.rawValue) of \(activity) for contact \(contact)" }
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["event": description]) }
}

public import ConstantContactResources

extension ContactPusher {
  /// The choices a pusher leaves to its caller. Every one has a default that writes the least.
  public struct Options: Sendable {
    /// What to do with somebody who is a contact already.
    public enum ExistingContact: String, Sendable, Hashable, CaseIterable {
      /// Nothing at all is written. The default.
      case leaveAlone
      /// Put them on the lists they are not on yet. Whoever has opted out or was deleted is left alone.
      case addToLists
      /// Fill in what they have no value for, and add them to the lists. Whoever has opted out or was deleted is left alone.
      case fillEmpty
    }

    /// What to do with a value that is longer than Constant Contact takes.
    public enum OverlongValue: String, Sendable, Hashable, CaseIterable {
      /// The lead fails with an error that names the field and the limit; nothing is sent. The default.
      case error
      /// The value is cut, and the report says so.
      case cut
    }

    /// What to do when the day's requests are used up.
    public enum SpentQuota: String, Sendable, Hashable, CaseIterable {
      /// The push ends; the leads that are left are reported as not tried. The default.
      case stop
      /// The push pauses until the service counts anew, at 00:00 UTC, and goes on.
      case wait
    }

    /// The lists that new contacts go on; none by default. A contact on no list cannot be mailed.
    public var lists: [ListReference] = []
    /// The permission that new contacts start with; implicit by default.
    public var permission: InitialPermission = .implicit
    /// Who is said to have created the contact; the account by default.
    public var createSource: ContactSource = .account
    /// What the lead's address is for; at work by default.
    public var addressKind: StreetAddress.Kind = .work
    /// What to do with somebody who is a contact already; nothing by default.
    public var existingContact: ExistingContact = .leaveAlone
    /// What to do with a value that is too long; an error by default.
    public var overlongValue: OverlongValue = .error
    /// What to do when the day's requests are used up; the push ends by default.
    public var spentQuota: SpentQuota = .stop
    /// Whether custom fields that a lead names and the account lacks are created, as text; no by default: then the report says
    /// that the value was not sent.
    public var createsCustomFields = false
    /// How many leads are under way at once; 8 by default, at least 1. The limit of 4 requests a second holds whatever it is.
    public var concurrency = 8

    /// Makes the default choices.
    public init() {}
  }
}

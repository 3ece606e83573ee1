public import ConstantContactResources

extension ContactPusher {
  /// Options of a pusher.
  ///
  /// | option | default |
  /// |---|---|
  /// | ``lists`` | none |
  /// | ``permission`` | implicit |
  /// | ``createSource`` | the account |
  /// | ``addressKind`` | home |
  /// | ``existingContact`` | skip |
  /// | ``existingContactConsent`` | none: permission is never raised |
  /// | ``overlongValue`` | fail |
  /// | ``exceededQuota`` | stop |
  /// | ``createsCustomFields``, ``createsCustomFieldChoices`` | false |
  /// | ``concurrency`` | 8 |
  /// | ``unreadReport`` | none |
  public struct Options: Sendable {
    /// What to do when the contact already exists.
    ///
    /// A contact that is unsubscribed, on hold or deleted is never written to.
    public enum ExistingContact: String, Sendable, Hashable, CaseIterable {
      /// Skip the lead. Nothing is written.
      case skip
      /// Add the contact to the lists it is not on yet.
      case addToLists
      /// Add the contact to the lists, and fill in properties it has no value for. Values it has are never changed.
      case fillEmpty
    }

    /// What to do with a value that exceeds the limits of Constant Contact.
    public enum OverlongValue: String, Sendable, Hashable, CaseIterable {
      /// Fail the lead before a request is sent, with an error that names the property and the limit.
      case fail
      /// Truncate the text and add a note to the report.
      ///
      /// A value that would be wrong when truncated (a phone number, a postal code, a custom field that is not text) and an
      /// invalid birthday or anniversary is not sent, also with a note.
      case truncate
    }

    /// What to do when the daily request quota is used up.
    public enum ExceededQuota: String, Sendable, Hashable, CaseIterable {
      /// Stop. The remaining leads are reported as not attempted.
      case stop
      /// Wait until the quota resets at 00:00 UTC, then continue.
      case wait
    }

    /// The lists to add contacts to; none by default. A contact on no list cannot be mailed.
    ///
    /// Names are resolved before the first lead. When a list does not exist, the push stops with an error that suggests similar names.
    public var lists: [ListReference] = []
    /// The permission of new contacts; implicit by default.
    public var permission: InitialPermission = .implicit
    /// The `create_source` of new contacts; the account by default.
    public var createSource: ContactSource = .account
    /// The kind of ``Lead/address``; home by default.
    public var addressKind: StreetAddress.Kind = .home
    /// What to do when the contact already exists; skip by default.
    public var existingContact: ExistingContact = .skip
    /// Allows an update to raise an existing contact's permission from `implicit` or `not_set` to `explicit`; `nil` by default.
    ///
    /// It has no effect when ``existingContact`` is ``ExistingContact/skip``. Without it, a lead with explicit ``permission`` whose
    /// contact has another one gets the note ``DeliveryReport/Note/permissionUnchanged(_:)``.
    public var existingContactConsent: ExplicitConsent?
    /// What to do with a value that is too long; fail by default.
    public var overlongValue: OverlongValue = .fail
    /// What to do when the daily request quota is used up; stop by default.
    public var exceededQuota: ExceededQuota = .stop
    /// Whether to create missing custom fields, as text; false by default. The report notes values that were not sent.
    ///
    /// A field is created only when a contact is about to be written.
    public var createsCustomFields = false
    /// Whether to add missing choices to custom fields; false by default. The report notes values that were not sent.
    public var createsCustomFieldChoices = false
    /// The number of leads processed concurrently, at least 1; 8 by default. The rate limit of 4 requests per second applies
    /// regardless.
    public var concurrency = 8
    /// Receives the reports of leads that finish after iteration has ended early; `nil` by default: they are discarded.
    public var unreadReport: (@Sendable (DeliveryReport) -> Void)?

    /// Creates the default options.
    public init() {}
  }
}

/// A contact list, identified by ID or by name. The web interface of Constant Contact shows names only.
public enum ListReference: Sendable, Hashable {
  /// A list ID.
  case id(ListID)
  /// A list name. An exact match is preferred over one that differs in case.
  case name(String)

  /// Creates a reference from user input: a UUID is an ID, any other text a name.
  public init(_ text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    let isUUID =
      groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    self = isUUID ? .id(ListID(text)) : .name(text)
  }
}

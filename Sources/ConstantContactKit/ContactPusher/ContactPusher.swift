internal import ConstantContactCore
public import ConstantContactResources

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Delivers leads to an account: looks each up by email, skips existing contacts, creates missing ones, and reports each outcome.
///
/// ```swift
/// let pusher = ContactPusher(client)
/// let report = try await pusher.push(Lead(email: "ann@example.com", firstName: "Ann"))
/// print(report.outcome)  // created, or: skipped: the contact exists (active)
/// ```
///
/// A new contact takes two requests: the daily quota of 10,000 requests allows 5,000 of them, and 4 requests per second two.
///
/// A pusher is safe to share between tasks and to keep as long as its client. It remembers lists and custom fields, and looks them up
/// again when the API rejects them; a name that does not exist is looked up again after 5 minutes.
///
/// ## Consent
///
/// A contact that has unsubscribed, is on hold or was deleted is never written to, whatever the options say. With
/// ``Options/ExistingContact/skip``, no existing contact is. An update reads the contact, compares, and writes it back at once, but the
/// API offers no conditional write: an opt-out that arrives between the two requests is rejected by the API or overwritten. The
/// window is the time for one slot of the rate limit. To rule it out, skip existing contacts.
public struct ContactPusher: Sendable {
  /// The client of the account.
  public let client: ConstantContact
  /// The options.
  public let options: Options

  let directory: AccountDirectory
  /// The contacts in an import, at most.
  package var importRows = BulkActivityLimits.importedContacts

  /// Creates a pusher.
  ///
  /// - Parameters:
  ///   - client: The client of the account. Its call options apply to every request.
  ///   - options: The options; by default existing contacts are skipped.
  public init(_ client: ConstantContact, options: Options = Options()) {
    self.client = client
    self.options = options
    directory = AccountDirectory(client: client, lists: options.lists)
  }

  /// Delivers one lead.
  ///
  /// - Returns: The outcome, including failures.
  /// - Throws: `CancellationError` when the task was cancelled, and nothing else. A creation that was sent may have succeeded: pushing
  ///   the lead again finds the contact.
  public func push(_ lead: Lead) async throws -> DeliveryReport {
    try await push(LeadMapper.prepare(lead, at: 0, options: options))
  }

  /// Delivers leads concurrently and reports each one when it is done.
  ///
  /// - Reports arrive in the order of completion. ``DeliveryReport/position`` identifies the lead.
  /// - Leads with the same email address are delivered once.
  /// - Leads are taken from the sequence when they are needed.
  /// - A failure does not stop the others, unless it would affect them as well: a connection that must be authorized again, an
  ///   exceeded quota (unless ``Options/exceededQuota`` is `wait`), or a list that does not exist. The remaining leads are reported
  ///   as not attempted.
  /// - Ending the iteration early starts no further lead. Those in progress, at most ``Options/concurrency``, are finished within the
  ///   client's call deadline, and ``Options/unreadReport`` receives their reports.
  /// - Cancelling the task cancels the leads in progress and throws `CancellationError` at once. A creation that was sent may have
  ///   succeeded.
  /// - With ``Options/Strategy-swift.enum/fewestRequests`` all leads are taken first, and delivered by the way that ``plan(_:)`` finds
  ///   cheapest. Then failures of the plan and of its snapshot stop the push as well.
  public func push<Leads: Sequence<Lead>>(_ leads: Leads) -> PushReports<Leads> {
    PushReports(pusher: self, leads: leads, way: options.strategy == .careful ? .oneByOne : nil, isDryRun: false)
  }

  /// Delivers leads by a way that ``plan(_:)`` lists.
  ///
  /// The reports are those of `push(_:)`. When the options rule the way out, the first lead is reported as failed with code
  /// `invalidInput`, the others as not attempted. Leads that an import cannot hold (an email address of more than 50 characters, a custom
  /// field with choices) are created one by one, and so are all when the snapshot is incomplete.
  public func push<Leads: Sequence<Lead>>(_ leads: Leads, by way: PushWay) -> PushReports<Leads> {
    PushReports(pusher: self, leads: leads, way: way, isDryRun: false)
  }

  /// Reports what a push would do, without writing anything.
  ///
  /// The outcomes are ``DeliveryReport/Outcome/wouldCreate``, ``DeliveryReport/Outcome/wouldUpdate``, and those of a push for leads that it
  /// would skip or fail. Values of custom fields are not checked.
  ///
  /// - Parameters:
  ///   - leads: The leads.
  ///   - way: How to find existing contacts: a search for each lead, by default, or a snapshot. Imports are not made.
  public func dryRun<Leads: Sequence<Lead>>(_ leads: Leads, by way: PushWay = .oneByOne) -> PushReports<Leads> {
    PushReports(pusher: self, leads: leads, way: way, isDryRun: true)
  }

  // MARK: One lead

  /// - Parameters:
  ///   - isKnownMissing: Whether a snapshot has just shown that no contact has the address, so that it need not be searched for.
  ///   - isDryRun: Whether to write nothing.
  func push(
    _ lead: PreparedLead, isKnownMissing: Bool = false, isDryRun: Bool = false
  ) async throws -> DeliveryReport {
    switch lead.state {
    case .settled(let outcome):
      return lead.report(outcome)
    case .ready(let contact):
      var delivery = ContactDelivery(
        lead, contact, by: self, isKnownMissing: isKnownMissing, isDryRun: isDryRun)
      do {
        return try await waitingForQuota { try await delivery.run() }
      } catch let error as CancellationError {
        throw error
      } catch {
        return lead.report(.failed(delivery.doubting(.wrapping(error))))
      }
    }
  }

  /// Resolves what all leads need.
  ///
  /// - Returns: The failure, if any.
  /// - Throws: `CancellationError`.
  func prepareForLeads() async throws -> ConstantContactError? {
    do {
      _ = try await waitingForQuota { try await directory.resolvedLists() }
      return nil
    } catch let error as CancellationError {
      throw error
    } catch {
      return .wrapping(error)
    }
  }

  func waitingForQuota<Value>(_ body: () async throws -> Value) async throws -> Value {
    while true {
      do {
        return try await body()
      } catch let error as ConstantContactError where error.code == .quotaExceeded && options.exceededQuota == .wait {
        let time = client.configuration.time
        let remaining = error.resumesAt.map { $0.timeIntervalSince(time.now) } ?? 60
        // The server's clock may differ, so there is always a pause, and never one of more than a day.
        try await time.sleep(for: .seconds(remaining > 1 ? min(remaining, 86_400) : 1))
      }
    }
  }
}

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
  /// | ``strategy`` | careful |
  /// | ``concurrency`` | 8 |
  /// | ``unreadReport`` | none |
  /// | ``progress`` | none |
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

    /// Whether bulk imports may be used for many leads.
    public enum Strategy: String, Sendable, Hashable, CaseIterable {
      /// Never write to an existing contact that is to be skipped, even one that has just appeared.
      ///
      /// `push(_:)` searches for each lead. ``ContactPusher/push(_:by:)`` permits ways that read a snapshot first, which are
      /// as exact.
      case careful
      /// Use the way with the fewest requests, bulk imports included.
      ///
      /// An import updates a contact that has appeared since the snapshot: it gets the lead's values and the lists, and its report says
      /// ``DeliveryReport/Outcome/updated(_:)`` with the note ``DeliveryReport/Note/appearedBeforeImport``. Its permission stays as it is.
      /// Contacts that were unsubscribed or deleted at the time of the snapshot are never written to; one that unsubscribes later
      /// stays unsubscribed and gets no list.
      case fewestRequests = "fewest_requests"
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
    /// Whether bulk imports may be used for many leads; careful by default: no.
    public var strategy: Strategy = .careful
    /// The number of leads processed concurrently, at least 1; 8 by default. The rate limit of 4 requests per second applies
    /// regardless.
    public var concurrency = 8
    /// Receives the reports of leads that finish after iteration has ended early; `nil` by default: they are discarded.
    public var unreadReport: (@Sendable (DeliveryReport) -> Void)?

    /// Receives the progress of a push of many leads: first of the snapshot, if there is one, then of the leads; `nil` by default.
    public var progress: (@Sendable (PushProgress) -> Void)?

    /// Creates the default options.
    public init() {}
  }
}

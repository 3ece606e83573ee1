public import ConstantContactCore
public import ConstantContactResources
public import ConstantContactTransport

/// The outcome of delivering one lead.
///
/// Constant Contact V3 does not return the ID of the email address, the status of a list membership (a membership is always
/// active) or source details, which V2 did.
///
/// ## JSON
///
/// Keys are stable and in snake case: `position`, `email`, `status`, `outcome`, `reason`, `contact_id`, `state`, `source`,
/// `is_confirmed`, `list_ids`, `opt_in_date`, `opt_in_source` and `notes`. Keys without a value are omitted. The email address and
/// the contact ID are the only personal data; ``contact`` is not encoded.
///
/// ```json
/// {"position": 0, "email": "ann@example.com", "status": "skipped", "reason": "the contact exists (active)",
///  "outcome": {"kind": "skipped", "reason": "exists", "state": "active"}, "contact_id": "…", "state": "active", "notes": []}
/// ```
public struct DeliveryReport: Sendable {
  /// The lead's position in the sequence that was pushed, starting at 0.
  public let position: Int
  /// The email address chosen from the lead, without surrounding whitespace; `nil` when the lead has none.
  public let email: String?
  /// The outcome.
  public let outcome: Outcome
  /// The contact after delivery; `nil` when it does not exist or could not be read.
  public let contact: Contact?
  /// The contact's ID; `nil` when it is unknown.
  public let contactID: ContactID?
  /// Details about values that were not sent as given.
  public let notes: [Note]

  /// Creates a report, for previews and tests.
  public init(
    position: Int,
    email: String?,
    outcome: Outcome,
    contact: Contact? = nil,
    contactID: ContactID? = nil,
    notes: [Note] = []
  ) {
    self.position = position
    self.email = email
    self.outcome = outcome
    self.contact = contact
    self.contactID = contactID ?? contact?.id
    self.notes = notes
  }

  /// The outcome of one lead.
  public enum Outcome: Sendable {
    /// The contact was created.
    case created
    /// The contact existed and was updated as ``ContactPusher/Options/existingContact`` requests.
    case updated(Update)
    /// Nothing was written.
    case skipped(Skip)
    /// Delivery failed. The error's ``ConstantContactError/effect-swift.property`` tells whether something may have been written.
    case failed(ConstantContactError)
    /// Not attempted: an earlier failure, which is attached, ended the push.
    case notAttempted(ConstantContactError)
    /// A dry run: the contact does not exist and would be created.
    case wouldCreate
    /// A dry run: the contact exists and would be updated, unless it has the lists and values already.
    case wouldUpdate
  }

  /// The reason why a lead was skipped.
  public enum Skip: Sendable, Hashable {
    /// The lead has no email address.
    case noEmail
    /// The lead's email address is not valid.
    case invalidEmail
    /// An earlier lead, at this position, has the same email address.
    case duplicate(of: Int)
    /// The contact exists. Its state is `nil` when it could not be read.
    case exists(ContactState?)
  }

  /// The changes made to an existing contact.
  public struct Update: Sendable, Hashable, Encodable {
    /// The lists the contact was added to.
    public var lists: [ListID] = []
    /// The API names of the properties that were filled in, and `permission_to_send` when the permission was raised.
    public var fields: [String] = []

    /// Creates an update.
    public init(lists: [ListID] = [], fields: [String] = []) {
      self.lists = lists
      self.fields = fields
    }
  }

  /// A detail about a lead. Fields are API names such as `phone_numbers.work`, or `custom_fields.` and a name.
  public enum Note: Sendable, Hashable {
    /// The value was truncated to this number of characters.
    case truncated(field: String, limit: Int)
    /// The value was not sent.
    case notSent(field: String, reason: Omission)
    /// The lead carries explicit consent, but the existing contact kept this permission.
    case permissionUnchanged(PermissionToSend)
    /// The response to the creation was lost; a lookup found the new contact.
    case confirmedByLookup
    /// The contact was missing in the snapshot and existed when the import ran, which updated it.
    case appearedBeforeImport
  }

  /// The reason why a value was not sent.
  public enum Omission: Sendable, Hashable {
    /// The account has no custom field with this name.
    case noCustomField
    /// The custom field has no such choice. Other choices of the same value were sent.
    case unknownChoice
    /// The value is longer than this limit and would be wrong when truncated.
    case tooLong(limit: Int)
    /// The value is not valid.
    case invalid
    /// The contact has as many values of this kind as Constant Contact allows.
    case limitReached
    /// The existing contact has another value, which was kept.
    case existingValue
    /// A contact has one email address.
    case secondEmail
  }

  /// The outcome without its details.
  ///
  /// Lead-routing integrations on V2 call these success, failure and error.
  public enum Status: String, Sendable, Hashable, CaseIterable, Encodable {
    /// The contact was created or updated.
    case delivered
    /// Nothing was written, for a reason that lies with the lead or with an existing contact, or in a dry run.
    case skipped
    /// Delivery failed or was not attempted.
    case failed
  }
}

extension DeliveryReport {
  /// The outcome without its details.
  public var status: Status {
    switch outcome {
    case .created, .updated: .delivered
    case .skipped, .wouldCreate, .wouldUpdate: .skipped
    case .failed, .notAttempted: .failed
    }
  }

  /// A phrase that explains the outcome; `nil` for a contact that was created.
  public var reason: String? {
    switch outcome {
    case .created: nil
    case .updated(let update): "the contact existed; \(update)"
    case .skipped(let skip): skip.description
    case .failed(let error): error.message
    case .notAttempted(let error): "not attempted: \(error.message)"
    case .wouldCreate: "dry run: the contact does not exist"
    case .wouldUpdate: "dry run: the contact exists"
    }
  }

  /// The contact's state.
  public var state: ContactState? {
    if let contact { return contact.state }
    if case .skipped(.exists(let state)) = outcome { return state }
    return nil
  }

  /// The source that created the contact.
  public var source: ContactSource? { contact?.createSource }
  /// Whether the contact has confirmed the email address.
  public var isConfirmed: Bool? { contact?.email?.confirmStatus.map { $0 == .confirmed } }
  /// The contact's lists; `nil` when they are unknown.
  public var listIDs: [ListID]? { contact?.listMemberships }
  /// The date of the opt-in.
  public var optInDate: Timestamp? { contact?.email?.optInDate }
  /// The source of the opt-in.
  public var optInSource: ContactSource? { contact?.email?.optInSource }
}

// MARK: Printing

extension DeliveryReport: Redacting {
  /// The lead's number, counted from 1, and the outcome, without personal data.
  public var description: String { "lead \(position + 1): \(outcome)" }
}

extension DeliveryReport.Outcome: CustomStringConvertible {
  /// The outcome and its reason, such as `skipped: the contact exists (active)`.
  public var description: String {
    switch self {
    case .created: "created"
    case .updated(let update): "updated: \(update)"
    case .skipped(let skip): "skipped: \(skip)"
    case .failed(let error): "failed: \(error.message)"
    case .notAttempted(let error): "not attempted: \(error.message)"
    case .wouldCreate: "would be created"
    case .wouldUpdate: "would be updated"
    }
  }
}

extension DeliveryReport.Skip: CustomStringConvertible {
  /// The reason, such as `the contact exists (active)`.
  public var description: String {
    switch self {
    case .noEmail: "no email address"
    case .invalidEmail: "the email address is not valid"
    case .duplicate(let position): "same email address as lead \(position + 1)"
    case .exists(let state): "the contact exists" + (state.map { " (\($0.rawValue))" } ?? "")
    }
  }
}

extension DeliveryReport.Update: CustomStringConvertible {
  /// The changes, such as `added to 1 list; filled in last_name`.
  public var description: String {
    var parts: [String] = []
    if !lists.isEmpty { parts.append("added to \(lists.count) \(lists.count == 1 ? "list" : "lists")") }
    if !fields.isEmpty { parts.append("filled in \(fields.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }
}

extension DeliveryReport.Note: CustomStringConvertible {
  /// The detail, without the value.
  public var description: String {
    switch self {
    case .truncated(let field, let limit): "\(field) truncated to \(limit) characters"
    case .notSent(let field, let reason): "\(field) not sent: \(reason)"
    case .permissionUnchanged(let permission):
      "explicit consent not recorded: the contact's permission is \(permission)"
    case .confirmedByLookup: "the response was lost; a lookup found the contact"
    case .appearedBeforeImport: "the contact was added by others just before the import"
    }
  }
}

extension DeliveryReport.Omission: CustomStringConvertible {
  /// The reason.
  public var description: String {
    switch self {
    case .noCustomField: "the account has no such custom field"
    case .unknownChoice: "the custom field has no such choice"
    case .tooLong(let limit): "longer than \(limit) characters"
    case .invalid: "the value is not valid"
    case .limitReached: "the contact has the maximum number of values"
    case .existingValue: "the contact has another value"
    case .secondEmail: "a contact has one email address"
    }
  }
}

extension BulkImport {
  /// The outcome of one contact.
  public enum Verdict: Sendable, Hashable {
    /// The kinds of verdicts.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The contact was created.
      case created
      /// The contact was updated.
      case updated
      /// The contact was not imported.
      case rejected
      /// The contact was not added to the lists.
      case heldBack = "held_back"
      /// The outcome is unknown.
      case unconfirmed
    }

    /// The contact was created.
    case created
    /// The contact existed; the given values were changed, and it was added to the lists.
    case updated
    /// The contact was not imported.
    case rejected(Rejection)
    /// The contact was not added to the lists, because of its state.
    case heldBack(HoldBack)
    /// It is not known whether the contact was imported.
    case unconfirmed(Doubt)
  }

  /// Why a contact was not imported.
  public enum Rejection: Sendable, Hashable {
    /// A value breaks a limit, so the contact was not sent. The text names the field and the limit, not the value.
    case invalid(String)
    /// An earlier contact has the same email address. Its position is counted from 0.
    case duplicate(of: Int)
    /// The API refused the request with the contact's chunk. The text is the reason.
    case refused(String)
    /// The API reported an error for the contact: an address or another value that it does not accept.
    case rejectedByAPI
  }

  /// The state of a contact that keeps it off lists.
  public enum HoldBack: String, Sendable, Hashable, CaseIterable {
    /// The contact has unsubscribed.
    case unsubscribed
    /// The contact is deleted.
    case deleted
  }

  /// Why it is not known whether a contact was imported.
  public enum Doubt: String, Sendable, Hashable, CaseIterable {
    /// The response was lost, and it cannot be told which activity of the account is the contact's, if any.
    case lostResponse
    /// The activity failed, was cancelled or timed out, or no longer exists, and the contact was not changed since it started.
    case failedActivity
    /// The contact was not changed since the activity started, and the API does not report errors to the number of such contacts.
    case notFound
    /// More contacts were changed since the activity started than the API imported: the change may have another cause.
    case changedByOthers
    /// The imported contacts were not read, by ``Options/reconciles`` or because the activity has no date.
    case notReconciled
  }
}

extension BulkImport.Verdict: CustomStringConvertible {
  /// The kind of verdict and its reason, such as `rejected: row 7 has the same email address`.
  public var description: String { reason.map { "\(kind.rawValue): \($0)" } ?? kind.rawValue }

  /// The kind of verdict, without its reason.
  public var kind: Kind {
    switch self {
    case .created: .created
    case .updated: .updated
    case .rejected: .rejected
    case .heldBack: .heldBack
    case .unconfirmed: .unconfirmed
    }
  }

  /// The reason, without personal data; `nil` for a contact that was created or updated.
  public var reason: String? {
    switch self {
    case .created, .updated: nil
    case .rejected(let rejection): rejection.description
    case .heldBack(.unsubscribed): "the contact has unsubscribed"
    case .heldBack(.deleted): "the contact is deleted"
    case .unconfirmed(let doubt): doubt.description
    }
  }
}

extension BulkImport.Rejection: CustomStringConvertible {
  /// The reason, without personal data.
  public var description: String {
    switch self {
    case .invalid(let reason): reason
    case .duplicate(let position): "row \(position + 1) has the same email address"
    case .refused(let reason): "the API refused the request: \(reason)"
    case .rejectedByAPI: "the API reported an error"
    }
  }
}

extension BulkImport.Doubt: CustomStringConvertible {
  /// The reason.
  public var description: String {
    switch self {
    case .lostResponse: "the response was lost, and the activity is not identifiable"
    case .failedActivity: "the activity did not complete"
    case .notFound: "the contact shows no change"
    case .changedByOthers: "the contact may have been changed by others"
    case .notReconciled: "the imported contacts were not read"
    }
  }
}

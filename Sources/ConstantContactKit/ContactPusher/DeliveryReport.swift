public import ConstantContactCore
public import ConstantContactResources
public import ConstantContactTransport

/// What became of one lead.
///
/// What V2 told and V3 does not has no place here: the id of the e-mail address, the status of the list (a membership means that it
/// is active), and details of the source.
public struct DeliveryReport: Sendable {
  /// The lead's place in the sequence that was pushed, counted from 0.
  public let position: Int
  /// The address that was chosen from the lead, blanks taken off; `nil` when it has none.
  public let email: String?
  /// What became of it.
  public let outcome: Outcome
  /// The contact as the service has it now; `nil` when there is none, or it could not be read.
  public let contact: Contact?
  /// The contact's id; `nil` when there is none.
  public let contactID: ContactID?
  /// What else there is to say.
  public let notes: [Note]

  /// What became of a lead.
  public enum Outcome: Sendable {
    /// A contact was created.
    case created
    /// The contact was there, and the caller's choice wrote to it.
    case updated(Update)
    /// Nothing was written.
    case skipped(Skip)
    /// It went wrong. Whether something may have been written is in the error's `effect`.
    case failed(ConstantContactError)
    /// It was not its turn any more: an earlier lead met something that would have stopped this one as well.
    case notTried(ConstantContactError)
  }

  /// Why nothing was written.
  public enum Skip: Sendable, Hashable {
    /// The lead has no e-mail address.
    case noEmail
    /// What it has cannot be an e-mail address.
    case notAnEmailAddress
    /// An earlier lead, whose position this is, has the same address.
    case duplicate(of: Int)
    /// Somebody has the address. The state is `nil` when the service would not tell.
    case alreadyThere(ContactState?)
  }

  /// What was written to a contact that was there.
  public struct Update: Sendable, Hashable {
    /// The lists it was put on.
    public var lists: [ListID] = []
    /// The properties that were filled in, by the service's names.
    public var fields: [String] = []
  }

  /// What else there is to say about a lead. Fields go by the service's names.
  public enum Note: Sendable, Hashable {
    /// A value was cut to so many characters.
    case cut(field: String, limit: Int)
    /// A value was not sent, since the account has no custom field of that name.
    case notSent(field: String)
    /// The answer to the creation was lost; looking up the address showed that the contact is there.
    case confirmedByLookUp
  }
}

extension DeliveryReport {
  /// Success, failure or error, as a lead-routing service counts them.
  public enum Result: String, Sendable, Hashable {
    /// The contact was created or changed as asked.
    case success
    /// Nothing was written, for a reason that lies with the lead.
    case failure
    /// Something went wrong, or was not tried.
    case error
  }

  /// Success, failure or error.
  public var result: Result {
    switch outcome {
    case .created, .updated: .success
    case .skipped: .failure
    case .failed, .notTried: .error
    }
  }

  /// One sentence that says why; `nil` for a contact that was created.
  public var reason: String? {
    switch outcome {
    case .created: nil
    case .updated(let update): Self.sentence(update)
    case .skipped(.noEmail): "no e-mail address"
    case .skipped(.notAnEmailAddress): "not an e-mail address"
    case .skipped(.duplicate(let position)): "same address as lead \(position + 1)"
    case .skipped(.alreadyThere(let state)): "already there" + (state.map { " (\($0.rawValue))" } ?? "")
    case .failed(let error): error.message
    case .notTried(let error): "not tried: \(error.message)"
    }
  }

  /// How the contact stands towards the account.
  public var state: ContactState? {
    if let contact { return contact.state }
    if case .skipped(.alreadyThere(let state)) = outcome { return state }
    return nil
  }

  /// Who created the contact.
  public var source: ContactSource? { contact?.createSource }
  /// Whether the contact has confirmed its address.
  public var isConfirmed: Bool? { contact?.email?.confirmStatus.map { $0 == .confirmed } }
  /// The lists the contact is on; `nil` when the service did not tell.
  public var listIDs: [ListID]? { contact?.listMemberships }
  /// When the contact was opted in.
  public var optInDate: Timestamp? { contact?.email?.optInDate }
  /// Who opted it in.
  public var optInSource: ContactSource? { contact?.email?.optInSource }

  private static func sentence(_ update: Update) -> String {
    var parts: [String] = []
    if !update.lists.isEmpty { parts.append("added to \(update.lists.count) list(s)") }
    if !update.fields.isEmpty { parts.append("filled in \(update.fields.joined(separator: ", "))") }
    return "already there; " + parts.joined(separator: "; ")
  }
}

extension DeliveryReport: Redacting {
  /// Position and outcome, none of the personal data.
  public var description: String { "lead \(position + 1): \(result.rawValue)\(reason.map { ", \($0)" } ?? "")" }
}

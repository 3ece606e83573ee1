internal import ConstantContactCore
internal import ConstantContactResources

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Pushes leads into an account: searches by e-mail; when somebody has the address, leaves them alone; else creates the contact with
/// implicit permission, and says what happened.
///
/// ```swift
/// let pusher = ContactPusher(client)
/// let report = try await pusher.push(Lead(email: "ann@example.com", firstName: "Ann"))
/// ```
///
/// A push takes two requests, so that an account's 10,000 requests a day are 5,000 pushes, two a second.
///
/// Whoever has opted out or was deleted counts as there and is never written to, whatever the options say. A value can be
/// shared by any number of tasks; it remembers the lists and custom fields it has looked up.
public struct ContactPusher: Sendable {
  /// The account.
  public let client: ConstantContact
  /// The choices.
  public let options: Options

  private let directory: AccountDirectory

  /// Makes a pusher.
  ///
  /// - Parameters:
  ///   - client: The account.
  ///   - options: The choices; by default nothing existing is ever written to.
  public init(_ client: ConstantContact, options: Options = Options()) {
    self.client = client
    self.options = options
    directory = AccountDirectory(lists: client.lists, fields: client.customFields)
  }

  /// Pushes one lead.
  ///
  /// - Returns: What became of it, failures too.
  /// - Throws: `CancellationError` only, when the task was cancelled. A creation that was under way then may have been
  ///   done; pushing the same lead again finds out.
  public func push(_ lead: Lead) async throws -> DeliveryReport {
    try await push(prepare(lead, at: 0))
  }

  /// Pushes leads, several at a time, and reports on each as it is done.
  ///
  /// Reports come in the order in which leads are done; ``DeliveryReport/position`` says which lead it is about. An address
  /// that comes again is pushed once. One failure does not stop the rest, but a connection that has to be mended and a spent daily
  /// quota do, unless ``Options/spentQuota`` says to wait for the next: the leads that were not tried are reported as such.
  ///
  /// Leads are taken from the sequence as they are needed. Ending the sequence early ends the push once those under way are done;
  /// cancelling the task ends it at once, with a `CancellationError`.
  public func push<Leads: Sequence<Lead>>(_ leads: Leads) -> PushReports<Leads> {
    PushReports(pusher: self, leads: leads)
  }

  // MARK: One lead

  /// Looks at a lead without asking the service anything.
  func prepare(_ lead: Lead, at position: Int) -> PreparedLead {
    switch LeadMapper.address(of: lead) {
    case .none:
      return PreparedLead(position: position, email: nil, lead: lead, verdict: .settled(.skipped(.noEmail)))
    case .malformed(let text):
      return PreparedLead(position: position, email: text, lead: lead, verdict: .settled(.skipped(.notAnEmailAddress)))
    case .usable(let email):
      var mapper = LeadMapper(options: options)
      do {
        let contact = try mapper.contact(for: lead, email: email)
        // Found again below, with the fields' ids; here only their lengths are looked at.
        var lengths = mapper
        _ = try lengths.customFields(of: lead, known: [])
        return PreparedLead(position: position, email: email, lead: lead, verdict: .ready(contact, mapper))
      } catch {
        return PreparedLead(position: position, email: email, lead: lead, verdict: .settled(.failed(asKnown(error))))
      }
    }
  }

  func push(_ prepared: PreparedLead) async throws -> DeliveryReport {
    switch prepared.verdict {
    case .settled(let outcome):
      return prepared.report(outcome)
    case .ready(let contact, let mapper):
      var creationIsUncertain = false
      while true {
        do {
          return try await deliver(prepared, contact, mapper, creationIsUncertain: creationIsUncertain)
        } catch let error as CancellationError {
          throw error
        } catch let error as ConstantContactError where error.code == .quotaExceeded && options.spentQuota == .wait {
          if error.effect != .none && error.operation == OperationDescriptor.contactsCreate.name {
            creationIsUncertain = true
          }
          try await wait(until: error.resumesAt)
        } catch {
          return prepared.report(.failed(asKnown(error)))
        }
      }
    }
  }

  /// Waits for the day's quota. The service may count by another clock, so there is always some pause.
  private func wait(until date: Date?) async throws {
    let time = client.configuration.time
    let remaining = date.map { $0.timeIntervalSince(time.now) } ?? 60
    try await time.sleep(for: .seconds(max(1, remaining)))
  }

  /// - Parameter creationIsUncertain: Whether a creation was sent before, and its answer was lost.
  private func deliver(
    _ prepared: PreparedLead,
    _ contact: NewContact,
    _ mapper: LeadMapper,
    creationIsUncertain: Bool
  ) async throws -> DeliveryReport {
    var contact = contact
    var mapper = mapper
    contact.listMemberships = try await directory.listIDs(for: options.lists)
    let fields = try await directory.customFields(
      covering: prepared.lead.customFields.keys, creating: options.createsCustomFields)
    contact.customFields = CustomFieldValues(try mapper.customFields(of: prepared.lead, known: fields))
    let delivery = ContactDelivery(client: client, options: options, contact: contact, email: prepared.email ?? "")
    return prepared.report(
      try await delivery.run(creationIsUncertain: creationIsUncertain), notes: mapper.notes)
  }

  private func asKnown(_ error: any Error) -> ConstantContactError {
    error as? ConstantContactError
      ?? ConstantContactError(.connection, "the lead could not be pushed", operation: "push", cause: error)
  }
}

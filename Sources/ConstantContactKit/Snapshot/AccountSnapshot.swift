internal import ConstantContactCore
public import ConstantContactResources
public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The email addresses that an account's contacts had at one time, with the state of each contact.
///
/// It holds a hash of each address and the state, nothing else: about 40 bytes for each contact. The key of the hashes is random and is
/// not stored: a snapshot tells whether it has an address, and lists none.
///
/// ```swift
/// let snapshot = try await client.snapshot()
/// print(snapshot.contains("ann@example.com"))
/// ```
public struct AccountSnapshot: Sendable {
  /// How a snapshot is read.
  public enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    /// By listing all contacts, 500 per request.
    case pages
    /// By two exports, of the contacts that are not deleted and of those that are: seven requests or a few more, whatever the
    /// number of contacts. Only the states of deleted contacts are known.
    case export
  }

  /// How it was read.
  public let source: Source
  /// When reading started.
  public let takenAt: Date
  /// The number of contacts that could not be read.
  public internal(set) var unreadable = 0
  /// The number of contacts without an email address.
  public internal(set) var withoutEmail = 0
  /// Whether contacts are known to be missing: some could not be read, or an export had fewer contacts than the account.
  public internal(set) var isComplete = true

  private let hasher = AddressHasher()
  private var states: [AddressHasher.Hash: ContactState?] = [:]

  init(_ source: Source, at date: Date) {
    self.source = source
    takenAt = date
  }

  /// The number of email addresses.
  public var count: Int { states.count }

  /// Returns whether a contact had the address, whatever its state. Case is ignored.
  public func contains(_ email: String) -> Bool { states[hasher.hash(email)] != nil }

  /// Returns the state of the contact with an address; `nil` when there was no such contact, or its state is not known.
  public func state(of email: String) -> ContactState? { entry(for: email) ?? nil }

  /// Returns the state of a contact: `nil` when no contact had the address, a `nil` inside when the state is not known.
  func entry(for email: String) -> ContactState?? { states[hasher.hash(email)] }

  /// Adds an address. A state that is known replaces an unknown one.
  mutating func add(_ email: String, _ state: ContactState?) {
    let hash = hasher.hash(email)
    if state == nil, states[hash] != nil { return }
    states[hash] = .some(state)
  }

  mutating func add(_ contact: Contact) {
    if let email = contact.email?.address {
      add(email, contact.state)
    } else if contact.email != nil || contact.unreadableFields.contains("email_address") {
      noteUnreadable(1)
    } else {
      withoutEmail += 1
    }
  }

  mutating func noteUnreadable(_ number: Int) {
    guard number > 0 else { return }
    unreadable += number
    isComplete = false
  }
}

extension AccountSnapshot: Redacting {
  /// The number of addresses.
  public var description: String { "AccountSnapshot(\(count) addresses)" }
}

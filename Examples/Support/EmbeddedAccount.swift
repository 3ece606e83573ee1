internal import ConstantContactKit
public import ConstantContactTesting

/// The in-memory account that the examples use when no account is connected.
public enum EmbeddedAccount {
  /// Adds lists, custom fields, ``BundledPeople/known`` and generated contacts to a fake service.
  ///
  /// - Parameters:
  ///   - service: The fake service.
  ///   - contacts: The number of generated contacts.
  ///   - seed: The seed of the generated contacts.
  public static func fill(_ service: FakeConstantContact, contacts: Int = 0, seed: UInt64 = 1) async {
    await service.seedSampleData(contacts: contacts, seed: seed)
    for person in BundledPeople.known {
      await service.add(FakeConstantContact.Contact(address: person.email, state: state(of: person)))
    }
  }

  /// Sends the webhook notifications of a fake service to their callbacks.
  public static func sendNotifications(of service: FakeConstantContact) async {
    await service.sendNotifications(through: URLSessionTransport.shared)
  }

  private static func state(of person: BundledPerson) -> FakeConstantContact.Contact.State {
    switch person.state {
    case .active: .implicit
    case .unsubscribed: .unsubscribed
    case .deleted: .deleted
    case .pending: .pendingConfirmation
    }
  }
}

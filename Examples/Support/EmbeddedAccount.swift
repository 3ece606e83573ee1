public import ConstantContactTesting

/// The account that the examples use when none is connected: in memory, with some of the bundled people in it.
public enum EmbeddedAccount {
  /// Fills a service with lists, custom fields, the bundled people who are known already, and as many made-up ones as wanted.
  public static func fill(_ service: FakeConstantContact, contacts: Int = 0, seed: UInt64 = 1) async {
    await service.seedSampleData(contacts: contacts, seed: seed)
    for person in BundledPeople.known {
      await service.add(FakeConstantContact.Contact(address: person.email, state: state(of: person)))
    }
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

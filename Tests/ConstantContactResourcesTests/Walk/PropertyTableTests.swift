import ConstantContactKit
import Testing

/// Every value of a full response is in the property named after it.
@Suite struct PropertyTableTests {
  @Test func valuesAreInTheirProperties() throws {
    let contact = PropertyTable(try Fixture.decode("contacts.get", as: Contact.self))
    #expect(contact == PropertyTable(try Fixture.decode("contacts.get", as: RawJSON.self)))
    #expect(contact.values.count > 60)
    let list = PropertyTable(try Fixture.decode("lists.get", as: ContactList.self))
    #expect(list == PropertyTable(try Fixture.decode("lists.get", as: RawJSON.self)))
    let field = PropertyTable(try Fixture.decode("customFields.get", as: CustomField.self))
    #expect(field == PropertyTable(try Fixture.decode("customFields.get", as: RawJSON.self)))
  }
}

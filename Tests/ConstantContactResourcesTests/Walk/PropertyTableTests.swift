import ConstantContactKit
import Testing

/// Every value of a full answer stands in the property that is named after it.
@Suite struct PropertyTableTests {
  @Test func fixtures() throws {
    let contact = PropertyTable(try Fixture.decode("contacts.get", as: Contact.self))
    #expect(contact == PropertyTable(try Fixture.decode("contacts.get", as: JSONValue.self)))
    #expect(contact.values.count > 60)
    let list = PropertyTable(try Fixture.decode("lists.get", as: ContactList.self))
    #expect(list == PropertyTable(try Fixture.decode("lists.get", as: JSONValue.self)))
    let field = PropertyTable(try Fixture.decode("customFields.get", as: CustomField.self))
    #expect(field == PropertyTable(try Fixture.decode("customFields.get", as: JSONValue.self)))
  }
}

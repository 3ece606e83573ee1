import ExampleSupport
import Testing

@Suite struct LeadColumnTests {
  @Test(arguments: [
    ("work_email", "workemail"), (" Work  Email\t", "workemail"), ("WORK-EMAIL", "workemail"),
    ("work - email", "workemail"), ("Straße", "straße"), ("_x_", "x"), ("  ", ""), ("a\u{A0}b", "ab"), ("-_ ", ""),
  ])
  func spellingsOfAHeadingHaveTheSameKey(title: String, key: String) {
    #expect(LeadColumn.key(for: title) == key)
    #expect(LeadColumn.key(for: key) == key)
  }

  @Test(arguments: [
    ("Email", LeadField.workEmail), ("E-mail", .workEmail), ("email_address", .workEmail),
    ("Email Address", .workEmail), ("Work E-Mail", .workEmail), ("Personal Email", .personalEmail),
    ("First Name", .firstName), ("firstname", .firstName), ("Surname", .lastName), ("Last-Name", .lastName),
    ("Mobile", .personalPhone), ("Mobile Phone", .personalPhone), ("Phone", .workPhone), ("Company", .companyName),
    ("Job Title", .jobTitle), ("ZIP", .postalCode), ("Zip Code", .postalCode), ("Street Address", .street),
    ("State/Province", .state), ("COUNTRY", .country),
  ])
  func commonHeadingsAreRecognized(heading: String, field: LeadField) {
    #expect(LeadField(heading: heading) == field)
  }

  @Test(arguments: ["", "Name", "Full Name", "Title", "Favourite Colour", "work_email_2"])
  func otherHeadingsAreNot(heading: String) {
    #expect(LeadField(heading: heading) == nil)
  }

  @Test(arguments: LeadField.allCases)
  func fieldNamesAreHeadings(field: LeadField) {
    #expect(LeadField(heading: field.rawValue) == field)
  }
}

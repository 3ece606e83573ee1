import ExampleSupport
import Testing

@Suite struct LeadColumnTests {
  @Test(arguments: [
    ("work_email", "work_email"), (" Work  Email\t", "work_email"), ("WORK-EMAIL", "work_email"),
    ("work - email", "work_email"), ("Straße", "straße"), ("_x_", "_x_"), ("  ", ""), ("a\u{A0}b", "a_b"),
  ])
  func spellingsOfOneNameAreTheSame(title: String, name: String) {
    #expect(LeadColumn.name(for: title) == name)
    #expect(LeadColumn.name(for: name) == name)
  }
}

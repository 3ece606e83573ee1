import Foundation

/// A page of contacts with all sub-resources, as the API sends it. Always the same text.
enum ContactsPage {
  static func body(contacts count: Int) -> Data {
    let contacts = (0..<count).map(contact).joined(separator: ",")
    return Data(#"{"contacts":[\#(contacts)],"_links":{"next":{"href":"/v3/contacts?cursor=\#(id(0, 0))"}}}"#.utf8)
  }

  private static func contact(_ number: Int) -> String {
    """
    {"contact_id":"\(id(number, 1))","email_address":{"address":"contact.\(number)@example.com",\
    "permission_to_send":"implicit","created_at":"\(date(number, 3))","updated_at":"\(date(number, 4))",\
    "opt_in_source":"Account","opt_in_date":"\(date(number, 3))","confirm_status":"off"},\
    "first_name":"Ann\(number)","last_name":"O\\u0027Brien \(number)","job_title":"Engineer","company_name":"Müller & Söhne",\
    "birthday_month":\(number % 12 + 1),"birthday_day":\(number % 28 + 1),"anniversary":"2006-11-15",\
    "update_source":"Account","create_source":"Account","created_at":"\(date(number, 1))","updated_at":"\(date(number, 2))",\
    "custom_fields":[\(list(2) { #"{"custom_field_id":"\#(id($0, 2))","value":"value \#(number)"}"# })],\
    "phone_numbers":[\(list(2) { phone(number, $0) })],\
    "street_addresses":[\(address(number))],\
    "list_memberships":[\(list(3) { #""\#(id($0, 3))""# })],"taggings":[\(list(2) { #""\#(id($0, 4))""# })],\
    "notes":[{"note_id":"\(id(number, 5))","created_at":"\(date(number, 5))","content":"Called about the offer."}]}
    """
  }

  private static func phone(_ number: Int, _ index: Int) -> String {
    """
    {"phone_number_id":"\(id(number, 6 + index))","phone_number":"+1 555 01\(number)","kind":"\(index == 0 ? "home" : "work")",\
    "created_at":"\(date(number, 6))","updated_at":"\(date(number, 7))","create_source":"Account","update_source":"Account"}
    """
  }

  private static func address(_ number: Int) -> String {
    """
    {"street_address_id":"\(id(number, 8))","kind":"home","street":"\(number) Main Street","city":"Waltham","state":"MA",\
    "postal_code":"02451","country":"United States","created_at":"\(date(number, 8))","updated_at":"\(date(number, 9))"}
    """
  }

  private static func list(_ count: Int, _ element: (Int) -> String) -> String {
    (0..<count).map(element).joined(separator: ",")
  }

  private static func id(_ number: Int, _ kind: Int) -> String {
    let digits = String(1_000_000_000_000 + number * 7_919 + kind)
    return "5f0d1a1e-\(String(digits.suffix(4)))-11ef-8a\(10 + kind)-\(String(digits.suffix(12)))"
  }

  private static func date(_ number: Int, _ kind: Int) -> String {
    "20\(10 + kind)-0\(number % 9 + 1)-\(10 + number % 18)T\(10 + number % 14):\(10 + number % 50):\(10 + kind)Z"
  }
}

internal import ConstantContactCore

/// The request body of a test send.
struct CampaignTestSend: Encodable {
  let addresses: [String]
  let message: String?

  enum CodingKeys: String, CodingKey {
    case addresses = "email_addresses"
    case message = "personal_message"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!addresses.isEmpty, "email_addresses", "is empty")
    try check.count("email_addresses", addresses.count, limit: 5)
  }
}

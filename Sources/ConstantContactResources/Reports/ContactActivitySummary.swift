public import ConstantContactCore

/// The activity of a contact with one email.
public struct ContactActivitySummary: APIModel {
  /// The contact. Empty when the response had none.
  public var contactID: ContactID = ""
  /// The campaign activity. Empty when the response had none.
  public var campaignActivityID: CampaignActivityID = ""
  /// When the email was last sent to the contact.
  public var startOn: Timestamp?
  /// The number of sends.
  public var sends: Int?
  /// The number of opens.
  public var opens: Int?
  /// The number of clicks.
  public var clicks: Int?
  /// The number of bounces.
  public var bounces: Int?
  /// The number of forwards.
  public var forwards: Int?
  /// The number of opt-outs.
  public var unsubscribes: Int?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    // The API names the contact beside the rows; encoded rows keep it.
    mapper.map("contact_id", &contactID, .readOnly)
    mapper.map("campaign_activity_id", &campaignActivityID)
    mapper.map("start_on", &startOn)
    mapper.map("em_sends", &sends)
    mapper.map("em_opens", &opens)
    mapper.map("em_clicks", &clicks)
    mapper.map("em_bounces", &bounces)
    mapper.map("em_forwards", &forwards)
    mapper.map("em_unsubscribes", &unsubscribes)
  }

  /// The part of the response beside the rows.
  struct Envelope: Decodable {
    let contactID: ContactID

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: TextKey.self)
      contactID = try container.decodeIfPresent(ContactID.self, forKey: "contact_id") ?? ""
    }
  }
}

public import ConstantContactCore

/// The statistics of an email. "Unique" counts each contact once.
public struct EmailStats: APIModel {
  /// The number of opens or clicks, by device.
  public struct ByDevice: Sendable, Hashable {
    /// The total.
    public var total: Int?
    /// On desktop and laptop computers.
    public var computer: Int?
    /// On phones.
    public var mobile: Int?
    /// On tablets.
    public var tablet: Int?
    /// On other devices.
    public var other: Int?
    /// On devices that were not recorded.
    public var unrecorded: Int?

    /// Creates counts without values.
    public init() {}

    mutating func mapFields(_ mapper: inout FieldMapper, prefix: String) {
      mapper.map(prefix, &total)
      mapper.map(prefix + "_computer", &computer)
      mapper.map(prefix + "_mobile", &mobile)
      mapper.map(prefix + "_tablet", &tablet)
      mapper.map(prefix + "_other", &other)
      mapper.map(prefix + "_none", &unrecorded)
    }
  }

  /// The number of bounces, by reason. Only the statistics of a campaign activity have it.
  public struct Bounces: Sendable, Hashable {
    /// The receiving server rejected the email.
    public var blocked: Int?
    /// The mailbox is full.
    public var mailboxFull: Int?
    /// The address does not exist.
    public var nonexistentAddress: Int?
    /// Another reason.
    public var other: Int?
    /// The address did not exist several times; emails to it are suspended.
    public var suspended: Int?
    /// The email could not be delivered.
    public var undeliverable: Int?
    /// An automatic vacation reply was received.
    public var vacation: Int?

    /// Creates counts without values.
    public init() {}

    mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("em_bounces_blocked", &blocked)
      mapper.map("em_bounces_mailbox_full", &mailboxFull)
      mapper.map("em_bounces_nonexistent_address", &nonexistentAddress)
      mapper.map("em_bounces_other", &other)
      mapper.map("em_bounces_suspended", &suspended)
      mapper.map("em_bounces_undeliverable", &undeliverable)
      mapper.map("em_bounces_vacation", &vacation)
    }
  }

  /// The number of contacts that the email was sent to.
  public var uniqueSends: Int?
  /// The number of contacts that opened the email.
  public var uniqueOpens: Int?
  /// The number of opens, by device.
  public var opens = ByDevice()
  /// The number of contacts that clicked any link.
  public var uniqueClicks: Int?
  /// The number of clicks on any link, by device.
  public var clicks = ByDevice()
  /// The number of contacts whose email bounced.
  public var uniqueBounces: Int?
  /// The number of contacts whose email bounced, by reason.
  public var bouncesByReason = Bounces()
  /// The number of contacts that forwarded the email.
  public var uniqueForwards: Int?
  /// The number of contacts that did not open the email: sends less opens and bounces, never below 0.
  public var notOpened: Int?
  /// The number of contacts that opted out.
  public var uniqueOptOuts: Int?
  /// The number of spam complaints. Only the statistics of a campaign activity have it.
  public var abuse: Int?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("em_sends", &uniqueSends)
    mapper.map("em_opens", &uniqueOpens)
    opens.mapFields(&mapper, prefix: "em_opens_all")
    mapper.map("em_clicks", &uniqueClicks)
    clicks.mapFields(&mapper, prefix: "em_clicks_all")
    mapper.map("em_bounces", &uniqueBounces)
    bouncesByReason.mapFields(&mapper)
    mapper.map("em_forwards", &uniqueForwards)
    mapper.map("em_not_opened", &notOpened)
    mapper.map("em_optouts", &uniqueOptOuts)
    mapper.map("em_abuse", &abuse)
  }
}

internal import ConstantContactCore

/// Counts of what happened to a mail. "Unique" counts each contact once.
public struct EmailStats: Sendable, Hashable, Decodable {
  /// How many times something happened, by device.
  public struct ByDevice: Sendable, Hashable {
    /// In all.
    public let total: Int?
    /// On desktop and laptop computers.
    public let computer: Int?
    /// On phones.
    public let mobile: Int?
    /// On tablets.
    public let tablet: Int?
    /// On anything else.
    public let other: Int?
    /// Where the device was not recorded.
    public let unrecorded: Int?
  }

  /// How many mails came back, by reason. Only stats of a campaign's activity have it.
  public struct Bounces: Sendable, Hashable {
    /// The receiving system refused it.
    public let blocked: Int?
    /// The mailbox is full.
    public let mailboxFull: Int?
    /// There is no such address.
    public let nonexistentAddress: Int?
    /// Another reason.
    public let other: Int?
    /// The address did not exist several times and is no longer mailed.
    public let suspended: Int?
    /// It could not be delivered.
    public let undeliverable: Int?
    /// An automatic reply came.
    public let vacation: Int?
  }

  /// Unique sends.
  public let sends: Int?
  /// Unique opens.
  public let opens: Int?
  /// All opens.
  public let allOpens: ByDevice
  /// Unique clicks on any link.
  public let clicks: Int?
  /// All clicks.
  public let allClicks: ByDevice
  /// Unique bounces.
  public let bounces: Int?
  /// Unique bounces, by reason.
  public let bouncesByReason: Bounces
  /// Unique forwards.
  public let forwards: Int?
  /// Who did not open: sends less opens and bounces, never below 0.
  public let notOpened: Int?
  /// Unique opt-outs.
  public let optOuts: Int?
  /// Complaints of spam. Only stats of a campaign's activity have it.
  public let abuse: Int?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: TextKey.self)
    func count(_ name: String) -> Int? { container[TextKey("em_" + name)] }
    func byDevice(_ name: String) -> ByDevice {
      ByDevice(
        total: count(name), computer: count(name + "_computer"), mobile: count(name + "_mobile"),
        tablet: count(name + "_tablet"), other: count(name + "_other"), unrecorded: count(name + "_none"))
    }
    sends = count("sends")
    opens = count("opens")
    allOpens = byDevice("opens_all")
    clicks = count("clicks")
    allClicks = byDevice("clicks_all")
    bounces = count("bounces")
    bouncesByReason = Bounces(
      blocked: count("bounces_blocked"),
      mailboxFull: count("bounces_mailbox_full"),
      nonexistentAddress: count("bounces_nonexistent_address"),
      other: count("bounces_other"),
      suspended: count("bounces_suspended"),
      undeliverable: count("bounces_undeliverable"),
      vacation: count("bounces_vacation"))
    forwards = count("forwards")
    notOpened = count("not_opened")
    optOuts = count("optouts")
    abuse = count("abuse")
    unreadableFields = container.malformed
  }
}

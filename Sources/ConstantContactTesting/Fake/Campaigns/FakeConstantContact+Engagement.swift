extension FakeConstantContact {
  /// What the recipients of campaigns do: a random model, the same for the same seed.
  ///
  /// For each recipient of a send, in this order:
  ///
  /// 1. The email bounces with the probability ``bounceRate``, with the codes B 40 %, F 15 %, D, V, X and Z 10 % each, S 5 %.
  ///    Nothing else happens then.
  /// 2. Otherwise the recipient opens it with the probability ``openRate``, and again with ``repeatRate`` after each open, at
  ///    most ten times. An open happens one second and `period × u³` after the send, with `u` uniform from 0 to 1: half of
  ///    them in the first eighth of the ``period``. Devices: computer 45 %, mobile 43 %, tablet 8 %, other 3 %, unknown 1 %.
  /// 3. A recipient who opened it clicks one of its links with the probability ``clickRate`` after an open, and again with
  ///    ``repeatRate``, at most ten times; forwards it with ``forwardRate`` and opts out with ``optOutRate`` after the first
  ///    open.
  ///
  /// What follows an open, and a bounce, takes up to five minutes, or a twentieth of the period if that is shorter.
  ///
  /// An opt-out unsubscribes the contact, with the source `Contact` and without moving `updated_at`. Bounces change nothing.
  public struct Engagement: Sendable, Hashable {
    /// The probability that an email bounces; 0.02 by default.
    public var bounceRate = 0.02
    /// The probability that a recipient opens an email that did not bounce; 0.4 by default.
    public var openRate = 0.4
    /// The probability that a recipient who opened an email clicks one of its links; 0.2 by default.
    public var clickRate = 0.2
    /// The probability of each further open and click; 0.3 by default.
    public var repeatRate = 0.3
    /// The probability that a recipient who opened an email forwards it; 0.02 by default.
    public var forwardRate = 0.02
    /// The probability that a recipient who opened an email opts out; 0.01 by default.
    public var optOutRate = 0.01
    /// The time in which emails are opened; 72 hours by default, at most 30 years.
    public var period: Duration = .seconds(72 * 3_600)

    /// Creates the default model.
    public init() {}

    /// Recipients who do nothing.
    public static let none: Engagement = {
      var none = Engagement()
      (none.bounceRate, none.openRate) = (0, 0)
      return none
    }()
  }
}

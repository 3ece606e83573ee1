internal import ConstantContactCore

/// A resend to non-openers to create.
public struct NewNonOpenerResend: Sendable, Hashable, Codable {
  /// The delay between an email and its resend. The API accepts days or minutes, not both.
  public enum Delay: Sendable, Hashable {
    /// 1 to 10 days.
    case days(Int)
    /// 720 to 14,400 minutes: half a day to ten days.
    case minutes(Int)
  }

  /// The subject of the resend. Required.
  public var subject: String
  private var delayDays: Int?
  private var delayMinutes: Int?

  /// Creates a resend.
  ///
  /// - Parameters:
  ///   - subject: The subject of the resend.
  ///   - delay: The delay between the email and the resend.
  public init(subject: String, after delay: Delay) {
    self.subject = subject
    self.delay = delay
  }

  /// The delay between the email and the resend.
  public var delay: Delay {
    get { delayDays.map { .days($0) } ?? .minutes(delayMinutes ?? 0) }
    set {
      switch newValue {
      case .days(let days): (delayDays, delayMinutes) = (days, nil)
      case .minutes(let minutes): (delayDays, delayMinutes) = (nil, minutes)
      }
    }
  }

  enum CodingKeys: String, CodingKey {
    case subject = "resend_subject"
    case delayDays = "delay_days"
    case delayMinutes = "delay_minutes"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!subject.isEmpty, "resend_subject", "is empty")
    switch delay {
    case .days(let days): try check.range("delay_days", days, 1...10)
    case .minutes(let minutes): try check.range("delay_minutes", minutes, 720...14_400)
    }
  }
}

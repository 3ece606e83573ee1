internal import ConstantContactCore

/// A resend to be set up.
public struct NewNonOpenerResend: Sendable, Hashable, Encodable {
  /// How long after the mail the resend goes out. The service takes one or the other.
  public enum Delay: Sendable, Hashable {
    /// 1 to 10 days.
    case days(Int)
    /// 720 to 14,400 minutes: half a day to ten days.
    case minutes(Int)
  }

  /// The resend's subject. Required.
  public var subject: String
  /// How long after the mail.
  public var delay: Delay

  /// Makes a resend.
  public init(subject: String, after delay: Delay) {
    self.subject = subject
    self.delay = delay
  }

  enum CodingKeys: String, CodingKey {
    case subject = "resend_subject"
    case delayDays = "delay_days"
    case delayMinutes = "delay_minutes"
  }

  /// Encodes the resend.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(subject, forKey: .subject)
    switch delay {
    case .days(let days): try container.encode(days, forKey: .delayDays)
    case .minutes(let minutes): try container.encode(minutes, forKey: .delayMinutes)
    }
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

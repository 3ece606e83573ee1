/// The state of the service. It contains no personal data and no secret.
public struct Health: Sendable, Encodable {
  /// The connection to the account, by the latest response.
  public struct Tokens: Sendable, Encodable {
    /// `ok`; `expired`, `reconnect`, `wrong_client`, `wrong_account` or `not_allowed` when the operator has to act;
    /// `unknown` before the first response.
    public var state: String
    /// The time of the latest response.
    public var since: String?
  }

  /// The requests of the day, as far as this process knows.
  public struct Quota: Sendable, Encodable {
    /// The number of requests made.
    public var used: Int
    /// The number of requests left.
    public var remaining: Int
    /// The start of the next day.
    public var resumesAt: String

    enum CodingKeys: String, CodingKey {
      case used, remaining
      case resumesAt = "resumes_at"
    }
  }

  /// The stored leads.
  public struct Outbox: Sendable, Encodable {
    /// The number of requests with unfinished leads.
    public var requests: Int
    /// The number of unfinished leads.
    public var leads: Int
    /// The number of leads that are being pushed.
    public var underWay: Int

    enum CodingKeys: String, CodingKey {
      case requests, leads
      case underWay = "under_way"
    }
  }

  /// The reason why nothing is delivered.
  public struct Paused: Sendable, Encodable {
    /// `tokens`, `account`, `quota`, `connection` or `storage`.
    public var reason: String
    /// The time of the next attempt.
    public var resumesAt: String

    enum CodingKeys: String, CodingKey {
      case reason
      case resumesAt = "resumes_at"
    }
  }

  /// `ok`, `paused` or `stopping`.
  public var status: String
  /// The connection to the account.
  public var tokens: Tokens
  /// The requests of the day; `nil` when their count is unavailable.
  public var quota: Quota?
  /// The stored leads.
  public var outbox: Outbox
  /// The reason why nothing is delivered; `nil` while leads are delivered.
  public var paused: Paused?
}

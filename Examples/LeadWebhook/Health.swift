/// How the service is. It names nobody and holds no secret.
package struct Health: Sendable, Encodable {
  /// The connection to the account, by the latest answer.
  package struct Tokens: Sendable, Encodable {
    /// `ok`; `expired`, `reconnect`, `wrong_client` or `not_allowed` when somebody has to act; `unknown` before the first answer.
    package var state: String
    /// When that was.
    package var since: String?
  }

  /// The day's requests, as far as this process knows.
  package struct Quota: Sendable, Encodable {
    /// Those made.
    package var used: Int
    /// Those left.
    package var remaining: Int
    /// When the next day begins.
    package var resumesAt: String

    enum CodingKeys: String, CodingKey {
      case used, remaining
      case resumesAt = "resumes_at"
    }
  }

  /// What waits on the disk.
  package struct Outbox: Sendable, Encodable {
    /// Requests with at least one lead that is not done.
    package var requests: Int
    /// Leads that are not done.
    package var leads: Int
    /// Leads being pushed at this moment.
    package var underWay: Int

    enum CodingKeys: String, CodingKey {
      case requests, leads
      case underWay = "under_way"
    }
  }

  /// Why nothing is delivered.
  package struct Paused: Sendable, Encodable {
    /// `tokens`, `quota`, `connection` or `storage`.
    package var reason: String
    /// When it is tried again.
    package var resumesAt: String

    enum CodingKeys: String, CodingKey {
      case reason
      case resumesAt = "resumes_at"
    }
  }

  /// `ok`, `paused` or `stopping`.
  package var status: String
  /// The connection to the account.
  package var tokens: Tokens
  /// The day's requests; `nil` when they cannot be counted just now.
  package var quota: Quota?
  /// What waits.
  package var outbox: Outbox
  /// Why nothing is delivered; `nil` when something is.
  package var paused: Paused?
}

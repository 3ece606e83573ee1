internal import ConstantContactKit
internal import ExampleSupport
internal import Foundation

extension LeadService {
  /// The state of the service.
  public var health: Health {
    get async {
      let today = try? await pusher.client.configuration.rateLimit.loadDailyQuota()
      let open = jobs.values.filter { $0.doneAt == nil }
      let isPaused = pause.map { $0.end > time.elapsed } ?? false
      return Health(
        status: isStopping ? "stopping" : isPaused ? "paused" : "ok",
        tokens: tokens,
        quota: today.map {
          Health.Quota(used: $0.used, remaining: $0.remaining, resumesAt: Self.text($0.resumesAt))
        },
        outbox: Health.Outbox(
          requests: open.count, leads: open.reduce(0) { $0 + $1.leads - $1.results.count },
          underWay: running.keys.count { jobs[$0.request]?.results[$0.position] == nil }),
        paused: isPaused ? pause.map(describe) : nil
      )
    }
  }

  private func describe(_ pause: Pause) -> Health.Paused {
    let end = time.now.addingTimeInterval((pause.end - time.elapsed) / .seconds(1))
    return Health.Paused(reason: pause.reason.rawValue, resumesAt: Self.text(end))
  }

  static func tokens(after error: ConstantContactError, at date: Date) -> Health.Tokens {
    let state =
      switch error.code {
      case .wrongAccount: "wrong_account"
      case .unauthorized: "expired"
      case .invalidClient: "wrong_client"
      case .forbidden, .missingScope: "not_allowed"
      default: "reconnect"
      }
    return Health.Tokens(state: state, since: text(date))
  }

  /// The date in RFC 3339.
  static func text(_ date: Date) -> String { DisplayText.date(date) ?? "unknown" }
}

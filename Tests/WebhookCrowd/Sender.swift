import ExampleSupport
import Foundation
import LeadWebhook

/// One of many concurrent senders. It repeats each request with the same key until it has all results.
struct Sender: Sendable {
  let plans: [Plan]
  let port: UInt16
  let secret: WebhookSecret
  let tally: Tally

  /// Sends all requests. It blocks, and runs in a thread of its own.
  func run() {
    for plan in plans {
      send(plan)
      tally.change { $0.finished += 1 }
    }
  }

  func send(_ plan: Plan) {
    let body = plan.body
    while true {
      let start = DispatchTime.now().uptimeNanoseconds
      let response = PlainHTTP.post("/leads", port: port, headers: headers(plan, body), body: body)
      let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      guard let response else {
        tally.change { $0.lost += 1 }
        if plan.isImpatient { return tally.change { _ = $0.abandoned.insert(plan.key) } }
        pause(milliseconds: 20...200)
        continue
      }
      switch response.status {
      case 200, 202:
        let isDone = response.status == 200
        guard take(response, plan, isDone: isDone, seconds: seconds) else { return }
        if isDone { return }
        pause(milliseconds: 100...300)
      case 503:
        pause(milliseconds: 100...300)
      default:
        let text = String(decoding: response.body, as: UTF8.self)
        return tally.change { $0.violations.append("\(plan.key): status \(response.status) \(text)") }
      }
    }
  }

  private func take(_ response: PlainHTTP.Response, _ plan: Plan, isDone: Bool, seconds: Double) -> Bool {
    guard let receipt = try? JSONDecoder().decode(Tally.Receipt.self, from: response.body),
      receipt.leads.count == plan.addresses.count
    else {
      tally.change { $0.violations.append("\(plan.key): the response is not a receipt") }
      return false
    }
    tally.change { state in
      if isDone { state.resultTimes.append(seconds) } else { state.queuedTimes.append(seconds) }
      if let id = state.accepted.updateValue(receipt.id, forKey: plan.key), id != receipt.id {
        state.violations.append("\(plan.key): accepted twice, as \(id) and \(receipt.id)")
      }
      guard isDone else { return }
      if let results = state.results.updateValue(receipt.leads, forKey: plan.key), results != receipt.leads {
        state.violations.append("\(plan.key): the results differ from those before")
      }
    }
    return true
  }

  private func headers(_ plan: Plan, _ body: [UInt8]) -> [String: String] {
    let timestamp = "\(Int(Date().timeIntervalSince1970))"
    return [
      "Content-Type": "application/json", "Idempotency-Key": plan.key, "X-Timestamp": timestamp,
      "X-Signature": secret.signature(of: body, timestamp: timestamp, key: plan.key),
    ]
  }

  private func pause(milliseconds: ClosedRange<Int>) {
    Thread.sleep(forTimeInterval: Double(Int.random(in: milliseconds)) / 1_000)
  }
}

import ExampleSupport
import Foundation
import LeadWebhook

/// One of many who send leads at the same time: sends each request again, with its key, until it has the report.
struct Sender: Sendable {
  let plans: [Plan]
  let port: UInt16
  let secret: WebhookSecret
  let tally: Tally

  /// Runs in a thread of its own.
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
      let answer = PlainHTTP.post("/leads", port: port, headers: headers(plan, body), body: body)
      let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
      guard let answer else {
        tally.change { $0.unanswered += 1 }
        if plan.isImpatient { return tally.change { _ = $0.abandoned.insert(plan.key) } }
        pause(milliseconds: 20...200)
        continue
      }
      switch answer.status {
      case 200, 202:
        let isDone = answer.status == 200
        guard take(answer, plan, isDone: isDone, seconds: seconds) else { return }
        if isDone { return }
        pause(milliseconds: 100...300)
      case 503:
        pause(milliseconds: 100...300)
      default:
        let text = String(decoding: answer.body, as: UTF8.self)
        return tally.change { $0.violations.append("\(plan.key): status \(answer.status) \(text)") }
      }
    }
  }

  private func take(_ answer: PlainHTTP.Answer, _ plan: Plan, isDone: Bool, seconds: Double) -> Bool {
    guard let receipt = try? JSONDecoder().decode(Tally.Receipt.self, from: answer.body),
      receipt.leads.count == plan.addresses.count
    else {
      tally.change { $0.violations.append("\(plan.key): an answer that is no receipt") }
      return false
    }
    tally.change { state in
      if isDone { state.reportTimes.append(seconds) } else { state.queuedTimes.append(seconds) }
      if let id = state.accepted.updateValue(receipt.id, forKey: plan.key), id != receipt.id {
        state.violations.append("\(plan.key): accepted twice, as \(id) and \(receipt.id)")
      }
      guard isDone else { return }
      if let report = state.reports.updateValue(receipt.leads, forKey: plan.key), report != receipt.leads {
        state.violations.append("\(plan.key): another report than before")
      }
    }
    return true
  }

  private func headers(_ plan: Plan, _ body: [UInt8]) -> [String: String] {
    [
      "Content-Type": "application/json", "Idempotency-Key": plan.key, "X-Signature": secret.signature(of: body),
    ]
  }

  private func pause(milliseconds: ClosedRange<Int>) {
    Thread.sleep(forTimeInterval: Double(Int.random(in: milliseconds)) / 1_000)
  }
}

import ConstantContactKit
import ExampleSupport

/// Prints a plan: a table, or one JSON object per way.
struct PlanOutput {
  private struct Way: Encodable {
    let way: String
    let minimumRequests: Int
    let maximumRequests: Int
    let isAvailable: Bool
    let obstacles: [String]
    let givesUp: [String]

    enum CodingKeys: String, CodingKey {
      case way
      case minimumRequests = "minimum_requests"
      case maximumRequests = "maximum_requests"
      case isAvailable = "is_available"
      case obstacles
      case givesUp = "gives_up"
    }
  }

  private let plan: PushPlan

  init(_ plan: PushPlan) { self.plan = plan }

  func write(asJSON: Bool) {
    guard asJSON else {
      StandardOutput.write(line: "\(plan)")
      if let best = plan.cheapest { StandardError.write(line: "The fewest requests: \(best.way).") }
      return
    }
    for option in plan.options {
      let way = Way(
        way: option.way.rawValue, minimumRequests: option.requests.lowerBound,
        maximumRequests: option.requests.upperBound, isAvailable: option.isAvailable,
        obstacles: option.obstacles.map(\.rawValue), givesUp: option.tradeoffs.map(\.rawValue))
      StandardOutput.write(line: JSONLine.text(way))
    }
  }
}

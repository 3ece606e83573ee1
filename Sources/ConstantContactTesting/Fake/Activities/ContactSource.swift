/// The contacts that a bulk activity concerns.
struct ContactSource: Sendable {
  enum Kind: Sendable {
    case contacts([String])
    case lists([String])
    case tags([String])
    case segment(Int)
    case engagement(String)
    case allActive
    case newSubscribers
    case all
  }

  var kind: Kind
  /// The value of an export's `status`.
  var status: String?
  var excluded: Set<String> = []
  /// Whether only those count that opted in within the last 30 days.
  var isNewOnly = false

  var listCount: Int? { if case .lists(let lists) = kind { lists.count } else { nil } }
}

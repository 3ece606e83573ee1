#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The accounts beside the fake's own: those of the partner's customers. Each is a fake of its own, so that nothing can mix.
struct PartnerStore: Sendable {
  struct Account: Sendable {
    let id: String
    let fake: FakeConstantContact
    let organization: String
    let login: String
    let isManaged: Bool
    var plan = "TRIAL"
    var billingDay: Int?
    var status = "Trial"
    /// Names and external IDs of the users who sign in by SSO.
    var users: Set<String> = []
  }

  /// In the order of creation.
  var accounts: [Account] = []

  func index(of id: String) -> Int? { accounts.firstIndex { $0.id == id.lowercased() } }

  /// A step of a request that has to wait for other accounts. The handler that sets it does not suspend.
  var completion: Completion?

  typealias Completion = @Sendable (isolated FakeConstantContact) async throws -> Reply

  mutating func takeCompletion() -> Completion? {
    defer { completion = nil }
    return completion
  }
}

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The codes and tokens that the token endpoint has issued.
struct TokenVault {
  struct Access {
    let scopes: Set<String>
    var expiresAt: Date
  }

  struct Refresh {
    let family: Int
    let scopes: Set<String>
    var lastUsed: Date
    var isSpent = false
  }

  struct Code {
    let scopes: Set<String>
    let redirectURI: String
    let challenge: String?
    let expiresAt: Date
    var isSpent = false
  }

  private(set) var access: [String: Access] = [:]
  private(set) var refresh: [String: Refresh] = [:]
  private var codes: [String: Code] = [:]
  private var deadFamilies: Set<Int> = []
  private var familyCount = 0
  private(set) var records: [FakeConstantContact.TokenRecord] = []

  /// An unused refresh token expires after 180 days.
  private static let refreshLifetime: TimeInterval = 180 * 86_400

  mutating func makeFamily() -> Int {
    familyCount += 1
    return familyCount
  }

  mutating func add(access token: String, scopes: Set<String>, expiresAt: Date) {
    access[token] = Access(scopes: scopes, expiresAt: expiresAt)
  }

  mutating func add(refresh token: String, scopes: Set<String>, family: Int, now: Date) {
    refresh[token] = Refresh(family: family, scopes: scopes, lastUsed: now)
    newest[family] = token
    log(.issued, family, now)
  }

  /// The last refresh token of each family.
  private var newest: [Int: String] = [:]

  func isNewest(refresh token: String) -> Bool { refresh[token].map { newest[$0.family] == token } ?? false }

  private mutating func log(_ kind: FakeConstantContact.TokenRecord.Kind, _ family: Int?, _ date: Date) {
    records.append(FakeConstantContact.TokenRecord(index: records.count, kind: kind, series: family, date: date))
  }

  mutating func add(code: String, _ value: Code) { codes[code] = value }

  mutating func expireAccess(now: Date) {
    for token in access.keys { access[token]?.expiresAt = now }
  }

  mutating func revokeAll() {
    access = [:]
    deadFamilies.formUnion(refresh.values.map(\.family))
  }

  /// Returns the scopes of a valid access token.
  func scopes(ofAccess token: String, now: Date) -> Set<String>? {
    guard let found = access[token], now < found.expiresAt else { return nil }
    return found.scopes
  }

  func isUsable(refresh token: String, now: Date) -> Bool {
    guard let found = refresh[token] else { return false }
    return !found.isSpent && !deadFamilies.contains(found.family)
      && now.timeIntervalSince(found.lastUsed) < Self.refreshLifetime
  }

  /// Redeems a code once.
  mutating func redeem(code: String, now: Date) -> Code? {
    guard let found = codes[code], !found.isSpent, now < found.expiresAt else { return nil }
    codes[code]?.isSpent = true
    return found
  }

  /// Redeems a refresh token. Reuse of a spent one can revoke its successors, which an attacker may hold.
  mutating func redeem(refresh token: String, rotating: Bool, endingFamily: Bool, now: Date) -> Refresh? {
    guard let found = refresh[token] else {
      log(.refused, nil, now)
      return nil
    }
    guard isUsable(refresh: token, now: now) else {
      log(found.isSpent ? .reused : .refused, found.family, now)
      if found.isSpent && endingFamily { deadFamilies.insert(found.family) }
      return nil
    }
    log(.refreshed, found.family, now)
    if rotating {
      for (other, value) in refresh where value.family == found.family { refresh[other]?.isSpent = true }
    } else {
      refresh[token]?.lastUsed = now
    }
    return found
  }
}

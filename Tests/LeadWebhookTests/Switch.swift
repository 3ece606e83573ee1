import ConstantContactKit
import ConstantContactTesting

/// Tokens of an account whose connection can be switched off.
actor Switch: AccessTokenProvider {
  private let account: FakeConstantContact
  private var isOn = true

  init(_ account: FakeConstantContact) { self.account = account }

  func set(_ isOn: Bool) { self.isOn = isOn }

  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    guard isOn else { throw OAuthError(.reconnectRequired, message: "connect the account") }
    return AccessToken(await account.issueTokens().accessToken)
  }
}

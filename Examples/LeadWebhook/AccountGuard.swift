public import ConstantContactKit
internal import Foundation

/// Provides access tokens of one account only.
///
/// The leads in a ``ServiceFolder`` are for one account. The credentials may change with a restart, or when
/// another account is connected while the service runs. Each new access token is therefore checked with `GET
/// /account/summary` before any call uses it.
public actor AccountGuard: AccessTokenProvider {
  private let tokens: any AccessTokenProvider
  private let folder: ServiceFolder
  private let transport: any HTTPTransport
  private let configuration: ConstantContactConfiguration
  private var verified: String?
  private var check: Task<AccessToken, any Error>?

  /// Creates a guard.
  ///
  /// - Parameters:
  ///   - tokens: The provider of the tokens.
  ///   - folder: The folder that knows the account. The first account is stored there.
  ///   - transport: The transport for the check.
  ///   - configuration: The configuration for the check.
  public init(
    _ tokens: any AccessTokenProvider,
    folder: ServiceFolder,
    transport: any HTTPTransport,
    configuration: ConstantContactConfiguration
  ) {
    self.tokens = tokens
    self.folder = folder
    self.transport = transport
    self.configuration = configuration
  }

  /// Returns a token of the account.
  ///
  /// - Throws: ``ConstantContactError`` with the code `wrongAccount` when the token belongs to another account, or with
  ///   the code of a failed check; ``OAuthError``; ``ServiceFolder/Failure``.
  public func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    let token = try await tokens.accessToken(replacing: rejected)
    while true {
      if token.value == verified { return token }
      guard let check else { return try await startCheck(of: token).value }
      _ = try? await check.value
    }
  }

  private func startCheck(of token: AccessToken) -> Task<AccessToken, any Error> {
    // A task of its own: a caller that is cancelled must not end the check for the others.
    let task = Task {
      defer { check = nil }
      let checked = CheckedTokens(tokens, first: token)
      let client = ConstantContact(tokens: checked, transport: transport, configuration: configuration)
      try remember(try await client.account.summary().id.rawValue)
      // The call may have replaced a token that had expired.
      let latest = await checked.latest
      verified = latest.value
      return latest
    }
    check = task
    return task
  }

  private func remember(_ id: String) throws {
    guard !id.isEmpty, id.count <= 200, !id.contains(where: \.isWhitespace) else {
      throw ConstantContactError(
        .unreadableResponse, "The account summary has no valid `encoded_account_id`.", operation: "account.summary")
    }
    guard let known = try folder.account else { return try folder.remember(account: id) }
    guard known == id else {
      throw ConstantContactError(
        .wrongAccount,
        "The folder \(folder.url.path) contains leads for the account \(known), but the connection belongs to the "
          + "account \(id). Connect the account \(known), or choose another folder with --folder.",
        operation: "account.summary")
    }
  }

  /// Provides a given token first, and records the token that a call used last.
  private actor CheckedTokens: AccessTokenProvider {
    private let tokens: any AccessTokenProvider
    private(set) var latest: AccessToken

    init(_ tokens: any AccessTokenProvider, first: AccessToken) {
      self.tokens = tokens
      latest = first
    }

    func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
      if let rejected { latest = try await tokens.accessToken(replacing: rejected) }
      return latest
    }
  }
}

extension ConstantContactError.Code {
  /// The connection belongs to another account than the leads in the folder.
  public static let wrongAccount = Self(rawValue: "wrongAccount")
}

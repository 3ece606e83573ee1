import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

@Suite struct OAuthErrorTests {
  static let codes: [OAuthError.Code] = [
    .reconnectRequired, .responseLost, .invalidClient, .invalidGrant, .invalidScope, .accessDenied, .stateMismatch,
    .invalidCallback, .expired, .refused, .temporarilyUnavailable, .storage, .invalidResponse, .invalidConfiguration,
  ]

  @Test(arguments: codes)
  func localizedDescriptionIsASentence(code: OAuthError.Code) {
    let error: any Error = OAuthError(code, message: "The token file could not be read: permission denied.")
    #expect(error.localizedDescription == "The token file could not be read: permission denied.")
    let fragment: any Error = OAuthError(code, message: "no space left")
    #expect(fragment.localizedDescription == "No space left.")
    let empty: any Error = OAuthError(code, message: "")
    #expect(empty.localizedDescription == "No access token is available.")
  }

  @Test func codesHaveDifferentNumbers() {
    let numbers = Self.codes.map { OAuthError($0, message: "").errorCode }
    #expect(Set(numbers).count == Self.codes.count && !numbers.contains(0))
    #expect(OAuthError(.init(rawValue: "other"), message: "").errorCode == 0)
    #expect(OAuthError.errorDomain == "ConstantContactKit.OAuthError")
  }

  @Test func userInfoHasARemedyAndNoCause() {
    let cause = TransportError(.connectionLost, delivery: .uncertain, message: "secret")
    let error = OAuthError(.responseLost, message: "The response was lost.", cause: cause)
    #expect(error.recoverySuggestion == "Connect the account again.")
    #expect(error.errorUserInfo[NSLocalizedRecoverySuggestionErrorKey] as? String == error.recoverySuggestion)
    #expect(!"\(error.errorUserInfo)".contains("secret"))
    #expect(error.needsReconnection && !error.isTransient)
  }

  /// Each message of the library is a sentence with its remedy.
  @Test(arguments: [302, 400, 401, 403, 404, 429, 500, 503, 200])
  func messagesOfTokenResponsesAreSentences(status: Int) async throws {
    let server = TokenServer(script: [{ _ in .json("{}", status: TransportStatus(rawValue: status)) }])
    let tokens = TokenClient(client: .confidential, transport: server, time: LeapClock().timeSource)
    let error = try await oauthError { try await tokens.exchange(code: "c") }
    #expect(error.message.hasSuffix("."))
    #expect(error.message.first?.isUppercase == true)
    #expect(error.localizedDescription == error.message)
    #expect(error.message.contains("Retry") || error.message.contains("Check"))
  }
}

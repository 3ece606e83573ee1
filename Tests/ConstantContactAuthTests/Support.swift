import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

extension OAuthCredentials {
  /// Credentials that expire some time after the start of the tests' clocks.
  static func held(expiresIn: Duration? = .seconds(86_400), refreshToken: String? = "R0") -> OAuthCredentials {
    OAuthCredentials(
      accessToken: "A0",
      refreshToken: refreshToken,
      expiresAt: expiresIn.map { LeapClock.start.addingTimeInterval($0 / .seconds(1)) },
      generation: 7
    )
  }
}

extension OAuthClient {
  static let confidential = OAuthClient(clientID: "the-id", clientSecret: "the-secret")
}

/// Returns the ``OAuthError`` that the body throws, and records an issue when it throws none.
func oauthError(
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> some Any
) async throws -> OAuthError {
  do {
    _ = try await body()
  } catch let error as OAuthError {
    return error
  }
  Issue.record("no error", sourceLocation: sourceLocation)
  throw CancellationError()
}

/// All texts that printing a value can produce.
func allDescriptions(_ value: some Any) -> String {
  var text = "\(value) \(String(reflecting: value))"
  dump(value, to: &text)
  return text
}

func jwt(_ payload: String) -> String {
  func encode(_ text: String) -> String {
    Data(text.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
  return "\(encode(#"{"alg":"RS256"}"#)).\(encode(payload)).c2ln"
}

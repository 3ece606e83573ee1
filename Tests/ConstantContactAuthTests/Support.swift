import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

extension OAuthCredentials {
  /// A pair that expires so and so long after the tests' clocks start.
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

/// Runs a body that has to fail with an ``OAuthError`` and returns it.
func authError(
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

/// Everything that printing a value can show.
func everythingPrinted(_ value: some Any) -> String {
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

#if Observability
import ConstantContactKit
import ConstantContactTesting
import Foundation

/// Returns a client with scripted responses.
func scriptedClient(
  _ steps: [ScriptedTransport.Step],
  configure: (inout ConstantContactConfiguration) -> Void
) -> ConstantContact {
  let clock = ManualClock(automatic: true)
  var configuration = ConstantContactConfiguration(time: clock.timeSource)
  configuration.retry.random = { 0.5 }
  configure(&configuration)
  return ConstantContact(
    tokens: StaticTokenProvider(AccessToken("hidden-token")), transport: ScriptedTransport(steps),
    configuration: configuration)
}

extension ScriptedTransport.Step {
  static let empty = json(200, #"{"contacts":[]}"#, headers: ["x-amzn-RequestId": "r-1"])
  static let throttled = json(429, #"{"error_key":"throttled","error_message":"Too many requests"}"#)
  static let missing = json(404, #"[{"error_key":"contacts.api.not.found","error_message":"ann@example.com"}]"#)
  static let broken = json(503, "")
  static let lost = fail(
    TransportError(.connectionLost, delivery: .uncertain, message: "the connection was lost"))
}

/// Texts that must not appear in any output.
let secrets = ["ann@", "ann%40", "example.com", "hidden-token", "Bearer"]
#endif

internal import ConstantContactAuth
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Makes an error out of whatever an attempt ended with.
struct FailureReader {
  let descriptor: OperationDescriptor

  /// The error of an answer that is not 2xx.
  func error(for response: TransportResponse) -> ConstantContactError {
    let faults = FaultDecoding.faults(in: response.body, contentType: response.headers["Content-Type"])
    let (code, sentence) = meaning(of: response.status, faults: faults)
    let said = faults.map(\.description).joined(separator: "; ")
    return ConstantContactError(
      code,
      said.isEmpty ? sentence : "\(sentence) (\(said))",
      operation: descriptor.name,
      status: response.status,
      faults: faults,
      requestIDs: CallPipeline.requestIDs(response),
      effect: response.status.kind == .serverError ? .uncertain : .none,
      scope: code == .forbidden ? descriptor.scope : nil
    )
  }

  /// The error of an exchange that came to no answer.
  func error(for cause: TransportError) -> ConstantContactError {
    let code: ConstantContactError.Code =
      switch cause.code {
      case .timedOut: .timedOut
      case .insecure: .insecure
      case .invalidRequest: .invalidInput
      default: .connection
      }
    let effect: ConstantContactError.Effect =
      switch cause.delivery {
      case .notSent: .none
      case .uncertain: .uncertain
      case .delivered: .done
      }
    return ConstantContactError(code, cause.message, operation: descriptor.name, effect: effect, cause: cause)
  }

  /// The error of a token that could not be had, perhaps to replace one that the service refused.
  func error(for cause: OAuthError, after refusal: ConstantContactError?) -> ConstantContactError {
    let code: ConstantContactError.Code =
      switch cause.code {
      case .reconnectRequired, .responseLost, .invalidGrant: .reconnectRequired
      case .invalidClient, .invalidScope, .refused, .invalidConfiguration: .invalidClient
      default: .tokenUnavailable
      }
    return ConstantContactError(
      code, cause.message, operation: descriptor.name, status: refusal?.status, faults: refusal?.faults ?? [],
      requestIDs: refusal?.requestIDs ?? [], cause: cause)
  }

  /// The error of a 2xx answer whose JSON stops in the middle; `nil` when it does not.
  ///
  /// Only the first and the last character are looked at: what lies between is for the decoder.
  func cutShort(_ response: TransportResponse) -> ConstantContactError? {
    guard response.headers["Content-Type"]?.lowercased().contains("json") ?? true else { return nil }
    let text = response.body.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = text.first, let last = text.last(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else {
      return nil
    }
    let closing: UInt8
    switch first {
    case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    default: return nil
    }
    guard last != closing else { return nil }
    return ConstantContactError(
      .connection,
      "the answer was cut short",
      operation: descriptor.name,
      status: response.status,
      requestIDs: CallPipeline.requestIDs(response),
      effect: .done
    )
  }

  private func meaning(of status: TransportStatus, faults: [APIFault]) -> (ConstantContactError.Code, String) {
    switch status.rawValue {
    case 401:
      return (.unauthorized, "the service does not accept the access token: reconnect the account")
    case 403:
      var needs: [String] = []
      if let scope = descriptor.scope { needs.append("the scope \(scope)") }
      if let privilege = descriptor.privilege { needs.append("the user privilege \(privilege)") }
      let what = needs.isEmpty ? "a privilege" : needs.joined(separator: " or ")
      return (.forbidden, "the service refuses: the connection lacks \(what); reconnect and grant it")
    case 404: return (.notFound, "there is no such thing")
    case 409: return (.conflict, "it collides with what is there")
    case 429: return tooMany(faults)
    case 300...399: return (.unreadableResponse, "the service answered with a redirect, which is not followed")
    case 500...599: return (.server, "the service failed")
    default: return (.badRequest, "the service does not accept the request")
    }
  }

  /// The three meanings of 429 are told apart by the body alone.
  private func tooMany(_ faults: [APIFault]) -> (ConstantContactError.Code, String) {
    let keys = Set(faults.compactMap(\.key))
    if keys.contains(.quotaExceeded) {
      return (.quotaExceeded, "the day's requests are used up")
    }
    if !keys.contains(.throttled) && descriptor.method == .post && descriptor.pathTemplate.hasPrefix("/activities/") {
      return (.tooManyActivities, "too many bulk activities are queued: wait until one ends")
    }
    return (.throttled, "too many requests in a second")
  }
}

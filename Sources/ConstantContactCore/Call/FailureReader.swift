internal import ConstantContactAuth
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension OperationDescriptor {
  /// Returns whether the API can have acted on a request of this operation: the one place where effects are derived.
  ///
  /// - Parameter delivery: Whether the API received the request and accepted it.
  func effect(of delivery: TransportError.Delivery) -> ConstantContactError.Effect {
    if isRead { return .none }
    return switch delivery {
    case .notSent: .none
    case .uncertain: .uncertain
    case .delivered: .done
    }
  }
}

/// Creates the error of an attempt.
struct FailureReader {
  let descriptor: OperationDescriptor

  /// Returns the error of a response whose status is not 2xx.
  func error(for response: TransportResponse) -> ConstantContactError {
    let faults = FaultDecoding.faults(in: response.body, contentType: response.headers["Content-Type"])
    let (code, sentence) = meaning(of: response.status, faults: faults)
    let details = faults.map(\.description).joined(separator: "; ")
    return ConstantContactError(
      code,
      details.isEmpty ? sentence : "\(sentence) (\(details))",
      operation: descriptor.name,
      status: response.status,
      faults: faults,
      requestIDs: CallPipeline.requestIDs(response),
      // Whatever is not a server error was refused before it had an effect.
      effect: descriptor.effect(of: response.status.kind == .serverError ? .uncertain : .notSent),
      scope: code == .forbidden ? descriptor.scope : nil,
      privilege: code == .forbidden ? descriptor.privilege : nil
    )
  }

  /// Returns the error of a 2xx response that cannot be decoded.
  func error(forUnreadable response: TransportResponse, cause: any Error) -> ConstantContactError {
    ConstantContactError(
      .unreadableResponse,
      "the response is not what the operation promises: \(DecodingFailure.describe(cause))",
      operation: descriptor.name,
      status: response.status,
      requestIDs: CallPipeline.requestIDs(response),
      effect: descriptor.effect(of: .delivered)
    )
  }

  /// Returns the error of a 2xx response that does not bring what the operation promises.
  ///
  /// It need not come from the API, which may not have acted.
  func error(for cause: ResponsePromise.Broken, in response: TransportResponse) -> ConstantContactError {
    let details = cause.faults.map(\.description).joined(separator: "; ")
    return ConstantContactError(
      .unreadableResponse,
      "the response is not what the operation promises: \(cause.reason)\(details.isEmpty ? "" : " (\(details))")",
      operation: descriptor.name,
      status: response.status,
      faults: cause.faults,
      requestIDs: CallPipeline.requestIDs(response),
      effect: descriptor.effect(of: .uncertain)
    )
  }

  /// Returns the error of an exchange without a response.
  func error(for cause: TransportError) -> ConstantContactError {
    let code: ConstantContactError.Code =
      switch cause.code {
      case .timedOut: .timedOut
      case .insecure: .insecure
      case .invalidRequest: .invalidInput
      default: .connection
      }
    return ConstantContactError(
      code, cause.message, operation: descriptor.name, effect: descriptor.effect(of: cause.delivery), cause: cause)
  }

  /// Returns the error of a failed token request, perhaps for a token that replaces a refused one.
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

  /// Returns the error of a 2xx response whose JSON was cut off; `nil` when it was not.
  ///
  /// JSON that is wrong in another way, such as text after its end, is left to the decoder: a retry would not change it.
  func error(forTruncated response: TransportResponse) -> ConstantContactError? {
    func isText(_ byte: UInt8) -> Bool { byte != 0x20 && !(0x09...0x0D).contains(byte) }
    guard response.headers["Content-Type"]?.lowercased().contains("json") ?? true,
      let first = response.body.first(where: isText), let last = response.body.last(where: isText),
      "{[".utf8.contains(first), !"}]".utf8.contains(last), (try? JSONGuard.scan(response.body)) == .open
    else { return nil }
    return ConstantContactError(
      .connection,
      "the response was cut off",
      operation: descriptor.name,
      status: response.status,
      requestIDs: CallPipeline.requestIDs(response),
      effect: descriptor.effect(of: .delivered)
    )
  }

  private func meaning(of status: TransportStatus, faults: [APIFault]) -> (ConstantContactError.Code, String) {
    switch status.rawValue {
    case 401:
      return (.unauthorized, "the API does not accept the access token")
    case 403:
      var needs: [String] = []
      if let scope = descriptor.scope { needs.append("the scope `\(scope)`") }
      if let privilege = descriptor.privilege { needs.append("the user privilege `\(privilege)`") }
      let what = needs.isEmpty ? "a privilege" : needs.joined(separator: " or ")
      return (.forbidden, "the API refused the request: the connection lacks \(what)")
    case 404: return (.notFound, "the resource was not found")
    case 409: return (.conflict, "conflict: the resource already exists")
    case 429: return tooMany(faults)
    case 300...399: return (.unreadableResponse, "the response is a redirect, which is not followed")
    case 500...599: return (.server, "the API failed")
    default: return (.badRequest, "the API rejected the request")
    }
  }

  /// Tells the three meanings of 429 apart, which differ in the body alone.
  private func tooMany(_ faults: [APIFault]) -> (ConstantContactError.Code, String) {
    let keys = Set(faults.compactMap(\.key))
    if keys.contains(.quotaExceeded) {
      return (.quotaExceeded, "the day's requests are used up")
    }
    if !keys.contains(.throttled) && descriptor.method == .post && descriptor.pathTemplate.hasPrefix("/activities/") {
      return (.tooManyActivities, "too many bulk activities are queued")
    }
    return (.throttled, "too many requests per second")
  }
}

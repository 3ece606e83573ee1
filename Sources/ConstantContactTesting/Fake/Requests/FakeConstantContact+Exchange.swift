internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// From a request's arrival to the delivery of its response.
extension FakeConstantContact {
  func log(_ request: TransportRequest, _ call: Call) -> Int {
    let index = requestLog.count
    requestLog.append(
      RequestRecord(
        index: index,
        method: call.method,
        path: request.url.path(percentEncoded: true),
        route: Self.route(call),
        operation: request.operation,
        queryNames: call.query.map(\.name),
        elapsed: time.elapsed - startedAt,
        date: time.now
      )
    )
    return index
  }

  /// Carries out a request and returns its response, without suspension: requests are atomic.
  func decide(_ request: TransportRequest, _ call: Call, index: Int) -> (Reply, InjectedFault?) {
    cause = .request(index)
    defer { cause = .edit }
    let host = AuthorizationEndpoint(call)
    if host?.isPage != true, let refusal = refusalByLimits(isTokenRequest: host != nil) { return (refusal, nil) }
    settle()
    makeEdits(before: request)
    let fault = faults.next(for: request, call, mayBeRandom: host == nil)
    requestLog[index].fault = fault
    if let fault, !fault.carriesOut { return (Self.reply(for: fault), fault) }
    do {
      if call.body.count > Call.maximumBodySize { return (.tooLarge, fault) }
      return (try host.map { try respond(to: call, at: $0) } ?? respond(to: call), fault)
    } catch let reply as Reply {
      return (reply, fault)
    } catch {
      return (.service(500, "internal_error", "There was a problem with our internal service."), fault)
    }
  }

  func deliver(_ reply: Reply, fault: InjectedFault?, to request: TransportRequest, index: Int) async throws
    -> TransportResponse
  {
    var delay = configuration.latency
    var body = reply.body
    switch fault {
    case .timeout, .timeoutAfterWrite: delay = request.timeout
    case .latency(let more): delay += more
    case .truncatedBody: body = body.prefix(body.count / 2)
    case .emptyBody: body = Data()
    case .refuseConnection:
      throw TransportError(.cannotConnect, delivery: .notSent, message: "the connection was refused")
    case .malformedJSON: body = Data("{\"contacts\": [oops".utf8)
    default: break
    }
    // The client marked its request as work, during which an automatic clock stands still.
    try await time.sleepDuringWork(for: min(delay, request.timeout))
    if delay >= request.timeout {
      throw TransportError(.timedOut, delivery: .uncertain, message: "the response did not arrive in time")
    }
    if fault == .dropBeforeWrite || fault == .dropAfterWrite {
      throw TransportError(.connectionLost, delivery: .uncertain, message: "the connection was lost")
    }
    requestLog[index].status = reply.status
    var headers = reply.headers
    headers["x-amzn-RequestId"] = generator.uuid()
    return TransportResponse(status: TransportStatus(rawValue: reply.status), headers: headers, body: Data(body))
  }

  func refusalByLimits(isTokenRequest: Bool) -> Reply? {
    if isTokenRequest {
      return switch tokenLimits.admit(at: time.elapsed, date: time.now) {
      case .pass: nil
      case .throttled, .quotaExceeded:
        Reply(
          429,
          ["errorCode": "E0000047", "errorSummary": "API call exceeded rate limit due to too many requests."]
        )
      }
    }
    return switch limits.admit(at: time.elapsed, date: time.now) {
    case .pass: nil
    case .throttled: .throttled
    case .quotaExceeded: .quotaExceeded
    }
  }

  private static func reply(for fault: InjectedFault) -> Reply {
    switch fault {
    case .throttled: return .throttled
    case .quotaExceeded: return .quotaExceeded
    case .unauthorized: return .unauthorized
    case .status(let status, let body):
      let isJSON = body.first == "{" || body.first == "["
      return Reply(status, text: body, contentType: isJSON ? "application/json" : "text/html")
    case .redirect(let target):
      var reply = Reply(302)
      reply.headers["Location"] = target.absoluteString
      return reply
    default:
      return Reply(500)
    }
  }
}

internal import ConstantContactTransport
internal import Foundation

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

/// The delegate of the session. Linux ignores delegates of single tasks.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
  private let exchanges = Locked<[Int: Exchange]>([:])

  func add(_ exchange: Exchange, for identifier: Int) { exchanges.withLock { $0[identifier] = exchange } }

  func remove(_ identifier: Int) { exchanges.withLock { $0[identifier] = nil } }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    exchange(of: dataTask)?.receive(data)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    exchange(of: task)?.complete(error: error)
  }

  // Redirects are never followed: Linux would send the access token to the other host.
  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    #if canImport(Darwin)
    completionHandler(nil)
    #else
    exchange(of: task)?.refuseRedirect(completionHandler)
    #endif
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    #if canImport(Darwin)
    // Rejecting HTTP authentication makes the 401 the response. Certificates are left to the system.
    switch challenge.protectionSpace.authenticationMethod {
    case NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest,
      NSURLAuthenticationMethodNTLM, NSURLAuthenticationMethodNegotiate:
      completionHandler(.rejectProtectionSpace, nil)
    default:
      completionHandler(.performDefaultHandling, nil)
    }
    #else
    // Linux reports a challenge after the whole 401 response. Rejecting it would cancel the task, and before Swift 6.3.2
    // default handling never ends it, so the exchange ends here.
    if let response = challenge.failureResponse as? HTTPURLResponse { exchange(of: task)?.end(with: response) }
    completionHandler(.cancelAuthenticationChallenge, nil)
    #endif
  }

  private func exchange(of task: URLSessionTask) -> Exchange? {
    exchanges.withLock { $0[task.taskIdentifier] }
  }
}

import ConstantContactTransport
import Foundation

/// A token endpoint in memory, which returns scripted responses and then numbered pairs.
actor TokenServer: HTTPTransport {
  typealias Response = @Sendable (TransportRequest) throws -> TransportResponse

  private(set) var requests: [TransportRequest] = []
  private var script: [Response] = []
  private var issued = 0
  private let gate: Gate

  init(gate: Gate = Gate(open: true), script: [Response] = []) {
    self.gate = gate
    self.script = script
  }

  var count: Int { requests.count }
  func respondNext(_ responses: Response...) { script += responses }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    requests.append(request)
    await gate.pass()
    try Task.checkCancellation()
    if !script.isEmpty { return try script.removeFirst()(request) }
    issued += 1
    return .json(
      #"{"token_type":"Bearer","expires_in":86400,"access_token":"A\#(issued)","refresh_token":"R\#(issued)"}"#
    )
  }

  /// The form fields of a request.
  func form(_ index: Int) throws -> [String: String] {
    let text = String(decoding: try requests[index].body?.data() ?? Data(), as: UTF8.self)
    return Dictionary(uniqueKeysWithValues: PercentEncoding.decodeQuery(text).map { ($0.name, $0.value) })
  }
}

extension TransportResponse {
  static func json(_ text: String, status: TransportStatus = 200) -> TransportResponse {
    TransportResponse(status: status, headers: ["Content-Type": "application/json"], body: Data(text.utf8))
  }

  static let invalidGrant = json(#"{"error":"invalid_grant","error_description":"nope"}"#, status: 400)
  static let unavailable = TransportResponse(status: 503)
}

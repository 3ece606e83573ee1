internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Operations on behalf of a customer's account.
extension FakeConstantContact {
  func proxy(_ call: Call, account id: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.proxiedOperation)
    let target = partner.accounts[try accountIndex(id)].fake
    let request = try Self.request(for: body)
    partner.completion = { _ in
      var request = request
      let token = await target.addAccessToken(Self.knownScopes)
      request.headers["Authorization"] = "Bearer \(token)"
      let response = try await target.send(request)
      var reply = Reply(response.status.kind == .successful ? 200 : response.status.rawValue)
      reply.headers["Content-Type"] = response.headers["Content-Type"]
      reply.body = response.body
      return reply
    }
    return Reply(200)
  }

  private static func request(for body: JSON) throws -> TransportRequest {
    var path = body["account_operation_url"]?.string ?? ""
    for pair in body["account_operation_path_parameters"]?.array ?? [] {
      let value = PercentEncoding.encode(pair["path_param_value"]?.string ?? "")
      path = path.replacing("{\(pair["path_param_key"]?.string ?? "")}", with: value)
    }
    let query = PercentEncoding.query(
      (body["account_operation_query_parameters"]?.array ?? []).map {
        ($0["query_param_key"]?.string ?? "", $0["query_param_value"]?.string ?? "")
      })
    // Anything but a path of the API on the same host is refused, and so are a partner's operations.
    guard path.hasPrefix("/"), !path.hasPrefix("//"), path.allSatisfy({ !"?#{}".contains($0) }),
      let url = URL(string: "https://api.cc.email/v3" + path + (query.isEmpty ? "" : "?" + query)),
      url.host() == "api.cc.email", !path.lowercased().hasPrefix("/partner")
    else { throw Reply.invalid(["account_operation_url does not have a valid value"]) }
    var headers = TransportHeaders()
    for pair in body["account_operation_headers"]?.array ?? [] {
      headers[pair["header_key"]?.string ?? ""] = pair["header_value"]?.string ?? ""
    }
    let payload = body["account_operation_payload"]?.string ?? ""
    if !payload.isEmpty, headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
    let request = TransportRequest(
      method: TransportMethod(rawValue: body["account_operation_method"]?.string ?? ""), url: url, headers: headers,
      body: payload.isEmpty ? nil : .bytes(Data(payload.utf8)))
    do {
      try request.validate()
    } catch {
      throw Reply.invalid(["account_operation_headers does not have a valid value"])
    }
    return request
  }
}

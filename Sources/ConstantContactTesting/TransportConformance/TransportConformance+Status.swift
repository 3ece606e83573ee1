internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportConformance {
  static let statusCases: [Case] = challengeCases + redirectCases + [oddRedirectCase, redirectRaceCase]

  private static let challengeCases = [
    ("Basic", "Basic realm=\"api\""),
    ("Bearer", "Bearer realm=\"api\", error=\"invalid_token\""),
    ("Digest", "Digest realm=\"api\", nonce=\"1\", qop=\"auth\""),
    ("no", nil),
  ].map { name, challenge in
    Case("401 with \(name) challenge", "A 401 is a response, whatever challenge it contains.") { transport, server in
      let fields = ["Content-Type: application/json"] + (challenge.map { ["WWW-Authenticate: \($0)"] } ?? [])
      let base = try await server.start { _ in .response("401 Unauthorized", fields, body: Data("{}".utf8)) }
      for request in [get(base), post(base)] {
        let response = try await response(request, transport)
        try expectEqual(response.status, 401, "status")
        try expectEqual(response.headers["WWW-Authenticate"], challenge, "the challenge")
        // Some HTTP libraries do not return the body of a response with a challenge.
        try expect([Data(), Data("{}".utf8)].contains(response.body), "the body is neither complete nor empty")
      }
      let received = await server.received()
      try expectEqual(received.count, 2, "requests received")
      try expect(received.allSatisfy { $0.headers["Authorization"] == nil }, "credentials were sent")
    }
  }

  private static let redirectCases = [301, 302, 303, 307, 308].flatMap { status in
    ["127.0.0.1", "localhost"].map { host in
      Case("\(status) to \(host)", "A redirect is a response, and is not followed.") { transport, server in
        let base = try await server.start { request in
          guard request.target == "/old" else { return .response("200 OK") }
          let port = request.headers["Host"]?.split(separator: ":").last ?? ""
          return .response("\(status) Moved", ["Location: http://\(host):\(port)/new"], body: Data("moved".utf8))
        }
        let old = try url(base, "/old")
        for var request in [get(old), post(old)] {
          request.headers["Authorization"] = "Bearer secret"
          let response = try await response(request, transport)
          try expectEqual(response.status.rawValue, status, "status")
          try expect(response.headers["Location"]?.hasSuffix("/new") == true, "the field Location is missing")
          try expectEqual(response.body, Data("moved".utf8), "body")
        }
        try expectEqual(await server.received().map(\.target), ["/old", "/old"], "targets received")
      }
    }
  }

  private static let oddRedirectCase = Case(
    "odd redirects",
    "A redirect with an invalid or missing location is a response."
  ) { transport, server in
    let fields = ["/v3/next?a=%2B", "next", "//example.invalid/x", "ftp://example.invalid/", "", "::bad::"]
    let base = try await server.start { request in
      let index = Int(request.target.dropFirst()) ?? 0
      return .response("302 Found", index < fields.count ? ["Location: \(fields[index])"] : [])
    }
    for index in 0...fields.count {
      try expectEqual(try await response(get(try url(base, "/\(index)")), transport).status, 302, "status")
    }
    try expectEqual(await server.received().count, fields.count + 1, "requests received")
  }

  private static let redirectRaceCase = Case(
    "cancellation racing a redirect",
    "Calls that are cancelled while a redirect arrives all end."
  ) { transport, server in
    let base = try await server.start { _ in .response("302 Found", ["Location: /elsewhere"]) }
    try await raceCancellations(of: get(base), count: 100, transport, server)
  }
}

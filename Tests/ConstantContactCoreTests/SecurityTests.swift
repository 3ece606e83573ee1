import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct SecurityTests {
  private func cursor(_ link: String) throws -> PageCursor {
    let cursor = PageCursor(operation: "lists.list", position: .link(link))
    return try JSONDecoder().decode(PageCursor.self, from: JSONEncoder().encode(cursor))
  }

  private func expectNothingSent(
    _ bench: Bench,
    _ codes: [ConstantContactError.Code] = [.insecure],
    sourceLocation: SourceLocation = #_sourceLocation,
    by call: (ConstantContact) async throws -> Void
  ) async throws {
    let error = try await failure(sourceLocation: sourceLocation) { try await call(bench.client) }
    #expect(codes.contains(error.code), sourceLocation: sourceLocation)
    #expect(error.effect == .none, sourceLocation: sourceLocation)
    #expect(await bench.requests.isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "//evil.example/v3", "https://evil.example", "https://evil.example/v3/contact_lists?cursor=1",
    "http://api.cc.email/v3/contact_lists", "https://api.cc.email:8443/v3", "https://api.cc.email@evil.example/v3",
    "https://ann:secret@api.cc.email/v3/contact_lists", "https://ann@api.cc.email/v3",
    "https://api.cc.email.evil.example/", "//api.cc.email./v3", "file:///etc/passwd", "https:/\u{5C}evil.example",
    "https:///v3", "javascript:alert(1)",
    "//127.0.0.1/v3", "https://api.cc.email\u{FF20}evil.example/v3",
  ])
  func linkToAnotherHostIsNotFollowed(link: String) async throws {
    let cursor = try cursor(link)
    try await expectNothingSent(Bench([.json(200, "{}")]), [.insecure, .invalidInput, .unreadableResponse]) { client in
      _ = try await client.lists.list(from: cursor).collect()
    }
    // The same link in a response: one request, and no second one.
    let text = String(decoding: try JSONEncoder().encode(link), as: UTF8.self)
    let bench = Bench([.json(200, #"{"lists":[],"_links":{"next":{"href":\#(text)}}}"#), .json(200, "{}")])
    _ = try await failure { try await bench.client.lists.list().collect() }
    #expect(await bench.requests.count == 1)
  }

  @Test(arguments: [
    "http://api.cc.email/v3", "http://192.168.0.1/v3", "ftp://api.cc.email/v3", "https://ann:pass@api.cc.email/v3",
    "http://127.0.0.1.evil.example/v3",
  ])
  func unsafeBaseURLIsRefused(address: String) async throws {
    let base = try #require(URL(string: address))
    try await expectNothingSent(Bench([.json(200, "{}")]) { $0.baseURL = base }, [.insecure, .invalidInput]) {
      _ = try await $0.send(.text())
    }
  }

  @Test(arguments: ["http://127.0.0.1:8080/v3", "http://localhost/v3/", "http://[::1]:81/v3", "https://10.0.0.1/v3"])
  func loopbackMayUsePlainHTTP(address: String) async throws {
    let base = try #require(URL(string: address))
    let bench = Bench([.json(200, "{}")]) { $0.baseURL = base }
    _ = try await bench.client.send(.text())
    let url = try #require(await bench.requests.first?.url)
    #expect(url.absoluteString == (address.hasSuffix("/") ? address : address + "/") + "things")
  }

  @Test(arguments: ["https://evil.example/v3/things", "http://api.cc.email/v3/things", "https://api.cc.email:444/v3"])
  func middlewareCannotRedirectTheToken(address: String) async throws {
    struct Detour: HTTPMiddleware {
      let url: URL
      func intercept(
        _ request: TransportRequest,
        next: MiddlewareChain
      ) async throws -> TransportResponse {
        var request = request
        request.url = url
        return try await next(request)
      }
    }
    let url = try #require(URL(string: address))
    try await expectNothingSent(Bench([.json(200, "{}")]) { $0.middlewares = [Detour(url: url)] }) {
      _ = try await $0.send(.text())
    }
  }

  @Test func headerInjectionIsRefused() async throws {
    var operation = try APIOperation.text()
    operation.headers["X-Note"] = "a\r\nEvil: b"
    try await expectNothingSent(Bench([.json(200, "{}")]), [.invalidInput]) { [operation] in
      _ = try await $0.send(operation)
    }
  }

  @Test func authorizationOfTheOperationIsNotSent() async throws {
    var operation = try APIOperation.text()
    operation.headers["authorization"] = "Bearer other"
    struct Watcher: HTTPMiddleware {
      func intercept(
        _ request: TransportRequest,
        next: MiddlewareChain
      ) async throws -> TransportResponse {
        #expect(request.headers["Authorization"] == nil)
        return try await next(request)
      }
    }
    let bench = Bench([.json(200, "{}")]) { $0.middlewares = [Watcher()] }
    _ = try await bench.client.send(operation)
    #expect(await bench.requests.first?.headers.values(named: "Authorization") == ["Bearer first-token"])
  }

  @Test(arguments: ["", ".", ".."])
  func pathValueThatChangesThePathIsRefused(id: String) async throws {
    let bench = Bench([.json(200, "{}")])
    for call: @Sendable () async throws -> Void in [
      { try await bench.client.contacts.delete(ContactID(id)) },
      { _ = try await bench.client.lists.get(ListID(id)) },
      { _ = try await bench.client.customFields.get(CustomFieldID(id)) },
    ] {
      #expect(try await failure { try await call() }.code == .invalidInput)
    }
    #expect(await bench.requests.isEmpty)
  }

  @Test func pathValuesArePercentEncoded() async throws {
    let bench = Bench([.json(200, "{}")])
    let descriptor = OperationDescriptor("x.get", .get, "/x/{a}/y/{b}", scope: nil, privilege: nil, replay: .idempotent)
    _ = try await bench.client.send(
      APIOperation<RawJSON>.json(descriptor, path: ["../%2e?#&", "é+ /"], query: [("q", "a+b@c&d=é")]))
    #expect(
      await bench.requests.first?.url.absoluteString
        == "https://api.cc.email/v3/x/..%2F%252e%3F%23%26/y/%C3%A9%2B%20%2F?q=a%2Bb%40c%26d%3D%C3%A9")
    #expect(throws: ConstantContactError.self) { try APIOperation<RawJSON>.json(descriptor, path: ["a"]) }
  }
}

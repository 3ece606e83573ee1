#if Observability
import ConstantContactKit
import ConstantContactObservability
import ConstantContactTesting
import Foundation
import InMemoryTracing
import Testing
import Tracing

@Suite struct TracingTests {
  @Test func attemptSpansAreChildrenOfTheirCall() async throws {
    let tracer = InMemoryTracer()
    let client = scriptedClient([.throttled, .empty]) { $0.addTracing(to: tracer) }
    let caller = tracer.startSpan("import")
    try await InstrumentationContext.withValue(caller.context) {
      _ = try await client.contacts.find(email: "ann@example.com")
    }
    caller.end()

    let spans = tracer.finishedSpans
    #expect(
      spans.map(\.operationName) == ["contacts.list attempt", "contacts.list attempt", "contacts.list", "import"])
    #expect(spans.map(\.parentSpanID) == [spans[2].spanID, spans[2].spanID, spans[3].spanID, nil])
    #expect(spans[0..<3].allSatisfy { $0.kind == .client })
    #expect(Set(spans.map(\.traceID)).count == 1)
    #expect(spans[0].status?.code == .error)
    #expect(spans[1].status == nil)
    #expect(spans[2].status == nil)
    #expect(tracer.activeSpans.isEmpty)
    #expect(tracer.performedContextInjections.isEmpty)
  }

  @Test func spansHaveTheirAttributes() async throws {
    let tracer = InMemoryTracer()
    let client = scriptedClient([.throttled, .empty]) { $0.addTracing(to: tracer) }
    _ = try await client.with { $0.requestID = "import-7" }.contacts.find(email: "ann@example.com")
    let spans = tracer.finishedSpans
    try #require(spans.count == 3)
    #expect(
      spans[0].attributes == [
        "constant_contact.operation": "contacts.list", "constant_contact.limit_wait_ms": .int64(0),
        "constant_contact.token_wait_ms": .int64(0), "constant_contact.pause_ms": .int64(1250),
        "constant_contact.request_id": "import-7", "http.request.method": "GET", "url.template": "/contacts",
        "http.response.status_code": .int64(429), "error.type": "throttled",
      ])
    #expect(
      spans[1].attributes == [
        "constant_contact.operation": "contacts.list", "constant_contact.limit_wait_ms": .int64(0),
        "constant_contact.token_wait_ms": .int64(0), "constant_contact.request_id": "import-7",
        "constant_contact.service_request_ids": .stringArray(["r-1"]), "http.request.method": "GET",
        "url.template": "/contacts", "http.request.resend_count": .int64(1), "http.response.status_code": .int64(200),
      ])
    #expect(
      spans[2].attributes == [
        "constant_contact.operation": "contacts.list", "http.response.status_code": .int64(200),
      ])
    #expect(spans[0].events.map(\.name) == ["request sent"])
  }

  @Test func spansIncludeTheirWait() async throws {
    let tracer = InMemoryTracer()
    let client = scriptedClient(Array(repeating: .empty, count: 5)) { $0.addTracing(to: tracer) }
    for _ in 0..<5 { _ = try await client.contacts.find(email: "ann@example.com") }
    let attempts = tracer.finishedSpans.filter { $0.operationName == "contacts.list attempt" }
    let last = try #require(attempts.last)
    let length = last.endInstant.nanosecondsSinceEpoch - last.startInstant.nanosecondsSinceEpoch
    #expect(length >= 1_000_000_000)
    #expect(last.events.first?.nanosecondsSinceEpoch == last.endInstant.nanosecondsSinceEpoch)
  }

  @Test func failuresAreNamedButNotRecorded() async throws {
    let tracer = InMemoryTracer()
    let client = scriptedClient([.missing, .fail(CancellationError())]) { $0.addTracing(to: tracer) }
    for _ in 0..<2 { _ = try? await client.contacts.find(email: "ann@example.com") }
    let calls = tracer.finishedSpans.filter { $0.operationName == "contacts.list" }
    #expect(calls.map(\.status?.code) == [.error, nil])
    #expect(
      calls[0].attributes == [
        "constant_contact.operation": "contacts.list", "http.response.status_code": .int64(404),
        "error.type": "notFound",
      ])
    #expect(calls[1].attributes == ["constant_contact.operation": "contacts.list", "error.type": "cancelled"])
    #expect(tracer.finishedSpans.allSatisfy { $0.errors.isEmpty })
  }

  @Test func spansContainNoPersonalData() async throws {
    let tracer = InMemoryTracer()
    let client = scriptedClient([.throttled, .lost, .missing, .missing]) { $0.addTracing(to: tracer) }
    _ = try? await client.contacts.find(email: "ann@example.com")
    _ = try? await client.call(.get, "/contacts/ann@example.com")
    let spans = tracer.finishedSpans
    #expect(spans.count == 6)
    var text = ""
    for span in spans {
      text += "\(span.operationName) \(span.status?.message ?? "") \(span.events) \(span.errors)"
      span.attributes.forEach { text += " \($0) \($1)" }
    }
    #expect(text.contains("contacts.list"))
    for secret in secrets { #expect(!text.contains(secret)) }
  }
}
#endif

// Declarations that the code examples use.
import ConstantContactKit
import ConstantContactTesting
import Foundation

let newsletter: ListID = "d8b9e5d4-0000-4000-8000-000000000001"
let activityID: CampaignActivityID = "d8b9e5d4-0000-4000-8000-000000000002"

// A file to read or write.
let url = URL(filePath: "contacts.csv")

// An app, a store and a callback, for connecting an account.
let app = OAuthClient(clientID: "")
let store = MemoryTokenStore()
let callback = URL(filePath: "/")

// A webhook's request, and Constant Contact's public keys.
let headerValue = ""
let rawBody = Data()
let jwks = Data()

struct MyTransport: HTTPTransport {
  func send(_ request: TransportRequest) async throws -> TransportResponse { TransportResponse(status: 200) }
}

struct LoopbackServer: TransportConformance.Server {
  func start(
    _ script: @escaping @Sendable (TransportConformance.Received) -> [TransportConformance.Step]
  ) async throws -> URL { throw CancellationError() }
  func received() async -> [TransportConformance.Received] { [] }
  func waitUntilReceived(_ count: Int) async throws {}
  func stop() async {}
}

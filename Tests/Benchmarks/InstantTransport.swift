import ConstantContactKit
import Foundation

/// Responds to every request with the same contact, without delay.
struct InstantTransport: HTTPTransport {
  static let id = "5a5ef1f0-0000-4000-8000-000000000001"
  static let body = Data(
    """
    {"contact_id":"\(id)","email_address":{"address":"ann@example.com","permission_to_send":"implicit",\
    "created_at":"2026-04-28T21:46:22Z","updated_at":"2026-04-28T21:46:22Z","opt_in_source":"Account",\
    "opt_in_date":"2026-04-28T21:46:22Z","confirm_status":"off"},"first_name":"Ann","last_name":"Lee",\
    "job_title":"Engineer","company_name":"Example","update_source":"Account","create_source":"Account",\
    "created_at":"2026-04-28T21:46:22Z","updated_at":"2026-04-28T21:46:22Z"}
    """.utf8)

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    TransportResponse(status: 200, headers: ["Content-Type": "application/json"], body: Self.body)
  }
}

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A successful response of the device authorization endpoint.
struct DeviceAuthorizationResponse: Decodable {
  /// The lifetime of a code in seconds, if the response does not specify a valid one.
  private static let defaultLifetime: Double = 600
  private static let defaultInterval: Double = 5

  let deviceCode: String
  let userCode: String
  let verificationURI: URL
  let verificationURIComplete: URL?
  let lifetime: Double
  let interval: Double

  private enum CodingKeys: String, CodingKey {
    case deviceCode = "device_code"
    case userCode = "user_code"
    case verificationURI = "verification_uri"
    case verificationURIComplete = "verification_uri_complete"
    case lifetime = "expires_in"
    case interval
  }

  struct Malformed: Error {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    deviceCode = try container.decode(String.self, forKey: .deviceCode)
    userCode = try container.decode(String.self, forKey: .userCode)
    // Users open it, so only web pages are accepted.
    func webPage(_ text: String?) -> URL? {
      text.flatMap { URL(string: $0) }.flatMap { ["https", "http"].contains($0.scheme?.lowercased()) ? $0 : nil }
    }
    guard let page = webPage(try container.decode(String.self, forKey: .verificationURI)), !deviceCode.isEmpty,
      !userCode.isEmpty
    else { throw Malformed() }
    verificationURI = page
    verificationURIComplete = webPage(try? container.decodeIfPresent(String.self, forKey: .verificationURIComplete))
    func seconds(_ key: CodingKeys, upTo limit: Double) throws -> Double? {
      try container.decodeIfPresent(LenientNumber.self, forKey: key)?.value.flatMap {
        (1...limit).contains($0) ? $0 : nil
      }
    }
    lifetime = try seconds(.lifetime, upTo: 86_400) ?? Self.defaultLifetime
    interval = try seconds(.interval, upTo: 300) ?? Self.defaultInterval
  }
}

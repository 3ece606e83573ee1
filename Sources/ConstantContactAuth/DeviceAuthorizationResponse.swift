#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the device authorization endpoint answers with when all is well.
struct DeviceAuthorizationResponse: Decodable {
  /// What a reply that does not name its lifetime is taken to mean.
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

  /// Says nothing of the text it refused.
  struct Malformed: Error {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    deviceCode = try container.decode(String.self, forKey: .deviceCode)
    userCode = try container.decode(String.self, forKey: .userCode)
    // People are asked to open it: nothing but a web page will do.
    func asPage(_ text: String?) -> URL? {
      text.flatMap { URL(string: $0) }.flatMap { ["https", "http"].contains($0.scheme?.lowercased()) ? $0 : nil }
    }
    guard let page = asPage(try container.decode(String.self, forKey: .verificationURI)), !deviceCode.isEmpty,
      !userCode.isEmpty
    else { throw Malformed() }
    verificationURI = page
    verificationURIComplete = asPage(try? container.decodeIfPresent(String.self, forKey: .verificationURIComplete))
    func seconds(_ key: CodingKeys, upTo limit: Double) throws -> Double? {
      try container.decodeIfPresent(LenientNumber.self, forKey: key)?.value.flatMap {
        (1...limit).contains($0) ? $0 : nil
      }
    }
    lifetime = try seconds(.lifetime, upTo: 86_400) ?? Self.defaultLifetime
    interval = try seconds(.interval, upTo: 300) ?? Self.defaultInterval
  }
}

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A device that waits for somebody to agree elsewhere.
struct DeviceRecord {
  enum Decision { case pending, approved, denied }

  let deviceCode: String
  let userCode: String
  let scopes: Set<String>
  let expiresAt: Date
  var interval: TimeInterval
  var lastAsked: Date?
  var decision = Decision.pending
  var isSpent = false
}

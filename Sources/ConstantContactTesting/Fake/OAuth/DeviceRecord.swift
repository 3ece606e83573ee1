#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A device that polls for approval.
struct DeviceRecord {
  enum Decision { case pending, approved, denied }

  let deviceCode: String
  let userCode: String
  let scopes: Set<String>
  let expiresAt: Date
  var interval: TimeInterval
  var lastPolled: Date?
  var decision = Decision.pending
  var isSpent = false
}

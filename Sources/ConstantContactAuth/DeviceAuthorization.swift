public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The code and the page with which the account's owner grants access in a browser on another machine.
public struct DeviceAuthorization: Sendable, Hashable {
  /// The code to enter on the page.
  public let userCode: String
  /// The page on which the code is entered.
  public let verificationURI: URL
  /// The page with the code filled in, for a link or a QR code, if the server provides it.
  public let verificationURIComplete: URL?
  /// The date at which the code expires.
  public let expiresAt: Date
  /// The time between two polls; 5 seconds unless the server specifies it.
  public let interval: Duration
  /// The requested scopes.
  public let scopes: Set<OAuthScope>

  let deviceCode: String
}

extension DeviceAuthorization: Redacting {
  /// The expiry and the scopes, without the codes.
  public var description: String {
    "DeviceAuthorization(expires: \(expiresAt.limitedText), scopes: \(scopes.sortedText))"
  }
}

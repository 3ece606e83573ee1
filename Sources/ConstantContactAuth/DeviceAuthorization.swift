public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What somebody has to be shown so that they can agree in a browser elsewhere.
public struct DeviceAuthorization: Sendable, Hashable {
  /// The code to type in.
  public let userCode: String
  /// The page to type it in.
  public let verificationURI: URL
  /// The same page with the code filled in, for a link or a QR code; not every server gives it.
  public let verificationURIComplete: URL?
  /// When the code ends.
  public let expiresAt: Date
  /// How long to wait between two questions; 5 seconds when the server does not say.
  public let interval: Duration
  /// What is asked for.
  public let scopes: Set<OAuthScope>

  let deviceCode: String
}

extension DeviceAuthorization: Redacting {
  /// When it ends, without either code.
  public var description: String { "DeviceAuthorization(expires: \(expiresAt), scopes: \(scopes.sortedText))" }
}

public import ConstantContactKit
public import ExampleSupport

/// The leads of one request, with what identifies the request when it is repeated.
public struct Submission: Sendable {
  /// The leads in the order of the body.
  public let rows: [LeadRow]
  /// The unchanged body.
  let body: [UInt8]
  /// The digest of the body.
  let digest: String
  /// The identity of the request: the digest of the sender's key or, without one, of the body.
  let fingerprint: String
  private let file: LeadFile

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - body: A JSON object or an array of objects.
  ///   - key: The sender's key for the request, which a repetition has in common with it.
  /// - Throws: ``InputError`` with the row.
  public init(body: [UInt8], key: String? = nil) throws {
    try self.init(body: body, fingerprint: key.map { Self.keyPrefix + Hex.text(SHA256.hash($0.utf8)) })
  }

  init(body: [UInt8], fingerprint: String?) throws {
    file = try LeadFile(body: body)
    rows = file.rows
    self.body = body
    digest = Hex.text(SHA256.hash(body))
    self.fingerprint = fingerprint ?? "body:" + digest
  }

  /// Returns the names of the members that neither a property nor a custom field of the contact takes, at most 20.
  ///
  /// - Parameter columns: The members for custom fields.
  func ignoredMembers(customFields columns: some Sequence<String>) -> [String] {
    file.unusedColumns(except: columns).prefix(20).map { String($0.title.prefix(100)) }
  }

  private static let keyPrefix = "key:"

  /// Whether a fingerprint is that of a key.
  static func hasKey(_ fingerprint: String) -> Bool { fingerprint.hasPrefix(keyPrefix) }
}

extension Submission: Redacting {
  /// The number of leads, without personal data.
  public var description: String { "Submission(leads: \(rows.count))" }
}

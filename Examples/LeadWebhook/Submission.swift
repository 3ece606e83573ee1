internal import ConstantContactAuth
internal import ConstantContactTransport
package import ExampleSupport

/// What one request brought: leads, and what tells whether it came before.
package struct Submission: Sendable {
  /// The leads, in the order of the body.
  package let rows: [LeadRow]
  /// The body as it came.
  let body: [UInt8]
  /// The digest of the body.
  let digest: String
  /// What a repetition of the request has in common with it: the sender's key or, without one, the body.
  let fingerprint: String

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - body: One JSON object or an array of them.
  ///   - key: What the sender calls the request, the same whenever it is sent again.
  /// - Throws: `InputError`, which names the row.
  package init(body: [UInt8], key: String? = nil) throws {
    try self.init(body: body, fingerprint: key.map { Self.keyPrefix + Hex.text(SecureHash.sha256($0.utf8)) })
  }

  init(body: [UInt8], fingerprint: String?) throws {
    rows = try LeadFile(body: body).rows
    self.body = body
    digest = Hex.text(SecureHash.sha256(body))
    self.fingerprint = fingerprint ?? "body:" + digest
  }

  private static let keyPrefix = "key:"

  /// Whether the sender named the request.
  static func isNamed(_ fingerprint: String) -> Bool { fingerprint.hasPrefix(keyPrefix) }
}

extension Submission: Redacting {
  /// None of the personal data.
  package var description: String { "Submission(\(rows.count) leads)" }
}

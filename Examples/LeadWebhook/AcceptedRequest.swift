internal import ConstantContactKit
internal import ExampleSupport
internal import Foundation

/// A request that the service has accepted, as stored in the outbox: a line of JSON, followed by the unchanged body.
struct AcceptedRequest: Sendable {
  let id: String
  let acceptedAt: Date
  let submission: Submission

  private struct Head: Codable {
    let id: String
    let acceptedAt: Double
    let digest: String
    let fingerprint: String

    enum CodingKeys: String, CodingKey {
      case id
      case acceptedAt = "accepted_at"
      case digest, fingerprint
    }
  }

  /// The error for a file that was not written by ``data`` or has changed since.
  struct Damage: Error {}

  init(id: String, acceptedAt: Date, submission: Submission) {
    self.id = id
    self.acceptedAt = acceptedAt
    self.submission = submission
  }

  /// Decodes a request.
  ///
  /// - Throws: ``Damage``.
  init(_ data: Data) throws {
    guard let end = data.firstIndex(of: 0x0A),
      let head = try? JSONDecoder().decode(Head.self, from: data[data.startIndex..<end]),
      LoggedResult.dates.contains(head.acceptedAt),
      let submission = try? Submission(body: Array(data[(end + 1)...]), fingerprint: head.fingerprint),
      submission.digest == head.digest
    else { throw Damage() }
    self.init(id: head.id, acceptedAt: Date(timeIntervalSince1970: head.acceptedAt), submission: submission)
  }

  var data: Data {
    let head = Head(
      id: id, acceptedAt: acceptedAt.timeIntervalSince1970, digest: submission.digest,
      fingerprint: submission.fingerprint)
    return Data((JSONLine.text(head) + "\n").utf8) + Data(submission.body)
  }
}

extension AcceptedRequest: Redacting {
  /// The ID and the number of leads, without personal data.
  var description: String { "AcceptedRequest(\(id), leads: \(submission.rows.count))" }
}

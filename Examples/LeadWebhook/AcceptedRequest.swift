internal import ConstantContactTransport
internal import ExampleSupport
internal import Foundation

/// A request that the service has promised to deliver, as the outbox keeps it: a line of JSON, then the body as it came.
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

  /// Why a file of the outbox cannot be used.
  struct Damage: Error {}

  init(id: String, acceptedAt: Date, submission: Submission) {
    self.id = id
    self.acceptedAt = acceptedAt
    self.submission = submission
  }

  /// Reads what ``data`` wrote.
  ///
  /// - Throws: ``Damage`` when it is not what was written.
  init(_ data: Data) throws {
    guard let end = data.firstIndex(of: 0x0A),
      let head = try? JSONDecoder().decode(Head.self, from: data[data.startIndex..<end]),
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
  /// None of the personal data.
  var description: String { "AcceptedRequest(\(id), \(submission.rows.count) leads)" }
}

internal import ConstantContactTransport
internal import Foundation

/// The requests that were accepted and are not done, a file each. What is in it survives a crash of the process and of the
/// machine.
struct Outbox: Sendable {
  let folder: URL

  /// Returns when the request is on the disk.
  func store(_ request: AcceptedRequest) async throws {
    let (path, data) = (path(of: request.id), request.data)
    try await Disk.run { try PrivateFile.replace(at: path, with: data) }
  }

  func remove(_ id: String) async throws {
    let path = path(of: id)
    try await Disk.run { try PrivateFile.remove(at: path) }
  }

  /// Everything in it, oldest first, and the names of files that could not be read and were put aside.
  func load() throws -> (requests: [AcceptedRequest], damaged: [String]) {
    var requests: [AcceptedRequest] = []
    var damaged: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let file = folder.appendingPathComponent(name)
      // What was being written when the process ended was not promised to anybody.
      if name.hasSuffix(".tmp") { try PrivateFile.remove(at: file.path) }
      guard file.pathExtension == Self.pathExtension, let data = try PrivateFile.contents(at: file.path) else {
        continue
      }
      do {
        requests.append(try AcceptedRequest(data))
      } catch {
        try FileManager.default.moveItem(at: file, to: file.appendingPathExtension("damaged"))
        damaged.append(name)
      }
    }
    return (requests.sorted { ($0.acceptedAt, $0.id) < ($1.acceptedAt, $1.id) }, damaged)
  }

  private static let pathExtension = "lead"

  private func path(of id: String) -> String {
    folder.appendingPathComponent(id).appendingPathExtension(Self.pathExtension).path
  }
}

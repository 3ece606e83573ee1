internal import Foundation

/// The accepted requests that are not finished, one file each. They survive a crash of the process or the machine.
struct Outbox: Sendable {
  let folder: URL

  /// The permitted size of a file: a body of 1,000,000 bytes and its head.
  static let sizeLimit = 1_100_000

  /// Stores a request. Returns when it is on the disk.
  func store(_ request: AcceptedRequest) async throws {
    let (file, data) = (file(of: request.id), request.data)
    try await Disk.run { try DurableFile.replace(file, with: data) }
  }

  func remove(_ id: String) async throws {
    let file = file(of: id)
    try await Disk.run { try DurableFile.remove(file) }
  }

  /// Returns the stored requests, oldest first, and the names of damaged files. Those are renamed and kept.
  func load() throws -> (requests: [AcceptedRequest], damaged: [String]) {
    var requests: [AcceptedRequest] = []
    var damaged: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let url = folder.appendingPathComponent(name)
      // Requests in these files were not accepted: the process ended while it wrote them.
      if name.hasSuffix(".tmp") { try DurableFile.remove(url) }
      guard url.pathExtension == Self.pathExtension else { continue }
      do {
        guard let data = try DurableFile.read(url, limit: Self.sizeLimit) else { continue }
        let request = try AcceptedRequest(data)
        guard file(of: request.id).lastPathComponent == name else { throw AcceptedRequest.Damage() }
        requests.append(request)
      } catch {
        try FileManager.default.moveItem(at: url, to: url.appendingPathExtension("damaged"))
        damaged.append(name)
      }
    }
    return (requests.sorted { ($0.acceptedAt, $0.id) < ($1.acceptedAt, $1.id) }, damaged)
  }

  private static let pathExtension = "lead"

  private func file(of id: String) -> URL {
    folder.appendingPathComponent(id).appendingPathExtension(Self.pathExtension)
  }
}

public import Foundation

/// A certificate authority in a temporary directory, made with the program `openssl`.
public struct LocalAuthority {
  /// Whether `openssl` is installed.
  public static var isAvailable: Bool { (try? run(["version"])) != nil }

  /// A command that failed.
  public struct Failure: Error {}

  private let directory: URL

  /// Creates an authority.
  public init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "authority-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try Self.run(
      ["req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "2"]
        + ["-subj", "/CN=Test authority", "-keyout", path("ca.key"), "-out", path("ca.pem")])
  }

  /// The authority's own certificate.
  public var certificate: URL { directory.appending(path: "ca.pem") }

  /// Issues a certificate, which is expired when the number of days is negative.
  ///
  /// - Returns: A PEM file with the key and the certificate.
  public func issue(_ alternativeName: String, days: Int = 2) throws -> URL {
    let name = UUID().uuidString
    try Self.run(
      ["req", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", "/CN=Test server"]
        + ["-keyout", path("\(name).key"), "-out", path("\(name).csr")])
    try Data("subjectAltName=\(alternativeName)\n".utf8).write(to: directory.appending(path: "\(name).ext"))
    try Self.run(
      ["x509", "-req", "-in", path("\(name).csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"), "-CAcreateserial"]
        + ["-days", "\(days)", "-extfile", path("\(name).ext"), "-out", path("\(name).crt")])
    let file = directory.appending(path: "\(name).pem")
    let parts = try ["key", "crt"].map { try Data(contentsOf: directory.appending(path: "\(name).\($0)")) }
    try (parts[0] + parts[1]).write(to: file)
    return file
  }

  /// Removes the directory.
  public func remove() { try? FileManager.default.removeItem(at: directory) }

  private func path(_ name: String) -> String { directory.appending(path: name).path(percentEncoded: false) }

  private static func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
  }
}

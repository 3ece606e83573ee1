public import Foundation

/// The program `openssl s_server`, which responds to every GET with a page.
public final class TLSServer {
  private let process = Process()
  /// The port on this machine.
  public let port: Int

  /// Starts the server on a free port.
  ///
  /// - Parameter identity: A PEM file with a key and its certificate.
  public init(_ identity: URL) throws {
    let (output, path) = (Pipe(), identity.path(percentEncoded: false))
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", path, "-key", path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    // `ACCEPT 127.0.0.1:12345`
    while !text.contains(/ACCEPT .*:[0-9]+\n/) {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      text += String(decoding: data, as: UTF8.self)
    }
    guard let match = text.firstMatch(of: /ACCEPT .*:([0-9]+)\n/), let port = Int(match.1) else {
      process.terminate()
      throw LocalAuthority.Failure()
    }
    self.port = port
  }

  /// Ends the program.
  public func stop() { process.terminate() }
}

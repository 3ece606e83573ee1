import Foundation
import LeadWebhook

/// The service under test: consecutive processes on the same port and folder.
final class Stage {
  let folder: URL
  private(set) var port: UInt16 = 0
  /// The IDs of the requests that were in the outbox after a kill.
  private(set) var kept: Set<String> = []
  private(set) var restartTimes: [Double] = []

  private let environment: [String: String]
  private let arguments: [String]
  private let errors: FileHandle
  private var service: ServiceProcess

  init(work: URL, api: URL, secret: String, arguments: [String]) throws {
    folder = work.appendingPathComponent("folder")
    let log = work.appendingPathComponent("errors")
    guard FileManager.default.createFile(atPath: log.path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
    errors = try FileHandle(forWritingTo: log)
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("CONSTANT_CONTACT_") }
    environment["CONSTANT_CONTACT_API_URL"] = api.absoluteString
    environment["CONSTANT_CONTACT_ACCESS_TOKEN"] = WebhookCrowd.token
    environment["CONSTANT_CONTACT_REQUESTS_PER_SECOND"] = "100000"
    environment["LEAD_WEBHOOK_SECRET"] = secret
    self.environment = environment
    self.arguments = arguments + ["--folder", folder.path]
    service = try Self.start(self.arguments + ["--port", "0"], environment, errors)
    port = service.port
  }

  /// Kills the service, reads its outbox, and starts the next one.
  func crashAndRestart() throws {
    service.crash()
    let start = ContinuousClock().now
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("accepted").path)
    kept.formUnion(files.filter { $0.hasSuffix(".lead") }.map { String($0.dropLast(".lead".count)) })
    service = try Self.start(arguments + ["--port", String(port)], environment, errors)
    restartTimes.append((ContinuousClock().now - start) / .seconds(1))
  }

  func stop() -> Int32 { service.stop() }

  private static func start(
    _ arguments: [String], _ environment: [String: String], _ errors: FileHandle
  ) throws -> ServiceProcess {
    // Both executables are in the same folder.
    let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("lead-webhook")
    return try ServiceProcess(executable, arguments: arguments, environment: environment, errors: errors)
  }
}

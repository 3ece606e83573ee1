import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation
import LeadWebhook
import LoopbackServer

struct ServeLeads: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead-webhook",
    abstract: "Take leads over HTTP and push them into Constant Contact.",
    discussion: """
      POST /leads takes one JSON object or an array of them, with the columns of push-contacts, and answers with what became \
      of each lead. What cannot be pushed in time is kept on the disk and pushed later, also after a crash. \
      GET /health tells how the service is.

      It listens on 127.0.0.1 only: put a server in front of it that speaks TLS. The first line on standard output says where.

      Without an account in the environment an embedded one is used, and nothing leaves this machine.

        export LEAD_WEBHOOK_SECRET=$(head -c 32 /dev/urandom | base64)
        lead-webhook --list Newsletter
        curl -H "Authorization: Bearer $LEAD_WEBHOOK_SECRET" -H 'Content-Type: application/json' \\
          -d '{"work_email": "ann@example.com", "first_name": "Ann"}' http://127.0.0.1:8090/leads

      ENVIRONMENT
      LEAD_WEBHOOK_SECRET                 what senders prove themselves with, at least \(WebhookSecret.minimumLength) bytes
      \(Connection.help)

      EXIT STATUS
      0 stopped by SIGTERM or Ctrl-C, 1 the port cannot be had, 2 usage or folder, 3 authorization
      """
  )

  @Option(help: "The port on 127.0.0.1; 0 takes any that is free.")
  var port: UInt16 = 8090

  @Option(help: "Where leads and results are kept. It holds personal data.", completion: .directory)
  var folder: String?

  @OptionGroup var choices: PusherChoices

  @Option(help: "How many seconds a sender waits before it is told that leads are queued.")
  var answerWithin = 10

  @Option(help: "How many bytes a request may have, at most 1000000.")
  var bodyLimit = 1_000_000

  @Option(help: "How many leads a request may have.")
  var leadLimit = 500

  @Option(help: "How many leads may wait.")
  var outboxLimit = 10_000

  @Option(help: "After how many hours a lead is given up that fails for passing reasons.")
  var giveUpAfter = 72

  @Option(help: "How many seconds what is under way may take when the service is stopped.")
  var grace = 20

  @Flag(help: "Take leads from everybody who reaches the port.")
  var insecure = false

  func validate() throws {
    guard answerWithin >= 0, leadLimit > 0, outboxLimit > 0, giveUpAfter > 0, grace >= 0 else {
      throw ValidationError("times may not be negative, and limits not zero")
    }
    guard (1...1_000_000).contains(bodyLimit) else { throw ValidationError("--body-limit goes from 1 to 1000000") }
  }

  func run() async throws {
    let stop = StopSignals()
    let secret = try readSecret()
    let connection = try await Connection.fromEnvironment(simulatesTime: false)
    let account =
      connection.isEmbedded ? "the embedded account" : connection.client.configuration.baseURL.absoluteString
    let folder = try await ServiceFolder(
      self.folder.map { URL(fileURLWithPath: $0) } ?? usualFolder(connection), account: account)
    defer { folder.release() }
    let service = LeadService(
      pusher: ContactPusher(connection.client, options: choices.options),
      folder: folder,
      customFields: try choices.customFieldColumns(),
      settings: settings,
      note: { StandardError.write(line: $0) })
    let left = try await service.start()

    // An answer takes as long as the sender is to wait, and a little for the disk.
    let server = LoopbackServer(
      port: port, timeout: .seconds(answerWithin + 30),
      handler: WebhookHandler(service: service, secret: secret, limits: limits))
    try await server.start()
    StandardOutput.write(line: "listening on http://127.0.0.1:\(await server.port ?? port)")
    StandardError.write(line: "leads go to \(connection.summary); \(left) left from before")

    await stop.wait()
    StandardError.write(line: "stopping: finishing what is under way")
    // Whoever comes meanwhile is told to come again.
    await service.drain(grace: .seconds(grace))
    // Everybody has an answer now; the server takes this long to write the last ones, and never less.
    await server.stop(grace: .milliseconds(250))
    StandardError.write(line: "stopped; \(await service.health.outbox.leads) leads are kept for the next start")
  }

  private func readSecret() throws -> WebhookSecret? {
    let text = ProcessInfo.processInfo.environment["LEAD_WEBHOOK_SECRET"] ?? ""
    if text.isEmpty {
      guard insecure else {
        throw ValidationError("LEAD_WEBHOOK_SECRET is not set: set it, or take leads from everybody with --insecure")
      }
      return nil
    }
    guard let secret = WebhookSecret(text) else {
      throw ValidationError("LEAD_WEBHOOK_SECRET needs at least \(WebhookSecret.minimumLength) bytes")
    }
    return secret
  }

  private var settings: ServiceSettings {
    var settings = ServiceSettings()
    settings.answerWithin = .seconds(answerWithin)
    settings.outboxLimit = outboxLimit
    settings.giveUpAfter = .seconds(giveUpAfter * 3_600)
    return settings
  }

  private var limits: WebhookHandler.Limits {
    var limits = WebhookHandler.Limits()
    limits.body = bodyLimit
    limits.leads = leadLimit
    return limits
  }

  /// The embedded account forgets everything with the process, so its leads are kept apart.
  private func usualFolder(_ connection: Connection) -> URL {
    let name = connection.isEmbedded ? "lead-webhook-embedded" : "lead-webhook"
    let state = ProcessInfo.processInfo.environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base =
      state.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: NSHomeDirectory()).appendingPathComponent(".local/state")
    return base.appendingPathComponent("constant-contact").appendingPathComponent(name)
  }
}

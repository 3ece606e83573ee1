import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation
import LeadWebhook
import LoopbackServer

struct ServeLeads: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead-webhook",
    abstract: "Accept leads over HTTP and push them to Constant Contact.",
    usage: "lead-webhook [OPTIONS]",
    discussion: """
      POST /leads takes a JSON object or an array of objects with the columns of \
      push-contacts, and responds with the result of each lead. Leads that cannot \
      be pushed in time are stored and pushed later, also after a crash. \
      GET /health describes the state of the service.

      The service listens on 127.0.0.1 only. Put a proxy with TLS in front of it. \
      The first line on standard output is its URL.

      Without an account in the environment it uses an in-memory account, and \
      nothing leaves this machine.

        export LEAD_WEBHOOK_SECRET=$(head -c 32 /dev/urandom | base64)
        lead-webhook --list Newsletter
        curl -H "Authorization: Bearer $LEAD_WEBHOOK_SECRET" \\
          -H 'Content-Type: application/json' \\
          -d '{"email": "ann@example.com", "first_name": "Ann"}' \\
          http://127.0.0.1:8090/leads

      ENVIRONMENT
      LEAD_WEBHOOK_SECRET
                      the secret of the senders, at least \(WebhookSecret.minimumLength) bytes
      \(Connection.help)

      EXIT STATUS
      0 stopped by SIGTERM or Ctrl-C, 1 the server failed, 2 usage or environment, \
      3 authorization
      """
  )

  @Option(help: "The port on 127.0.0.1; 0 selects any free port.")
  var port: UInt16 = 8090

  @Option(help: "The folder for leads and results, which are personal data.", completion: .directory)
  var folder: String?

  @OptionGroup var choices: PusherChoices

  @Option(help: ArgumentHelp("How long a sender waits for results.", valueName: "seconds"))
  var respondWithin = 10

  @Option(help: ArgumentHelp("The limit for a request body, at most 1000000.", valueName: "bytes"))
  var bodyLimit = 1_000_000

  @Option(help: ArgumentHelp("The limit for leads in a request.", valueName: "count"))
  var leadLimit = 500

  @Option(help: ArgumentHelp("The limit for open connections.", valueName: "count"))
  var connectionLimit = 256

  @Option(help: ArgumentHelp("The limit for stored leads.", valueName: "count"))
  var outboxLimit = 10_000

  @Option(help: ArgumentHelp("How long a lead is retried after failures.", valueName: "hours"))
  var giveUpAfter = 72

  @Option(help: ArgumentHelp("How long leads in progress may take at the end.", valueName: "seconds"))
  var grace = 20

  @Flag(help: "Accept leads from any sender, without a secret.")
  var insecure = false

  func validate() throws {
    try Self.check("--respond-within", respondWithin, 0...3_600)
    try Self.check("--body-limit", bodyLimit, 1...1_000_000)
    try Self.check("--lead-limit", leadLimit, 1...100_000)
    try Self.check("--connection-limit", connectionLimit, 1...10_000)
    try Self.check("--outbox-limit", outboxLimit, 1...10_000_000)
    try Self.check("--give-up-after", giveUpAfter, 1...8_760)
    try Self.check("--grace", grace, 0...3_600)
  }

  func run() async throws {
    let stop = StopSignals()
    let secret = try readSecret()
    let connection = try await Connection.fromEnvironment(simulatesTime: false)
    let folder = try await ServiceFolder(self.folder.map { URL(fileURLWithPath: $0) } ?? usualFolder(connection))
    defer { folder.release() }
    let tokens = AccountGuard(
      connection.tokens, folder: folder, transport: connection.transport,
      configuration: connection.client.configuration)
    try await checkAccount(tokens, folder)
    let client = ConstantContact(
      tokens: tokens, transport: connection.transport, configuration: connection.client.configuration)
    let service = LeadService(
      pusher: ContactPusher(client, options: choices.options),
      folder: folder,
      customFields: try choices.customFieldColumns(),
      settings: settings,
      note: { StandardError.write(line: $0) })
    let left = try await service.start()

    let server = makeServer(WebhookHandler(service: service, secret: secret, limits: limits))
    do {
      try await server.start()
    } catch {
      await service.drain(grace: .seconds(grace))
      throw error
    }
    StandardOutput.write(line: "listening on http://127.0.0.1:\(await server.port ?? port)")
    StandardError.write(line: "Leads go to \(connection.summary). Stored from before: \(left).")

    let failure = await ServerEnd.wait(stop: { await stop.wait() }, server: { await server.waitUntilStopped() })
    StandardError.write(line: "Stopping: finishing the leads in progress.")
    await service.drain(grace: .seconds(grace))
    // All responses are known by now, and only have to be written.
    await server.stop(grace: .milliseconds(250))
    StandardError.write(line: "Stopped. Stored for the next start: \(await service.health.outbox.leads).")
    if let failure { throw failure }
  }

  /// Refuses to start with credentials of another account. The first start has to identify the account; a later one may
  /// do so when the API is available.
  private func checkAccount(_ tokens: AccountGuard, _ folder: ServiceFolder) async throws {
    let isKnown = try folder.account != nil
    do {
      _ = try await tokens.accessToken()
    } catch let error as ConstantContactError where error.code == .wrongAccount {
      throw Ending(status: 2, message: error.message)
    } catch let error as ServiceFolder.Failure {
      throw error
    } catch {
      guard isKnown else {
        StandardError.write(line: "The account could not be identified, which the first start with a folder requires.")
        throw error
      }
      StandardError.write(line: "The account could not be checked yet; leads are stored until then. \(error)")
    }
  }

  private func makeServer(_ handler: WebhookHandler) -> LoopbackServer {
    var limits = LoopbackServer.Limits()
    limits.connections = min(connectionLimit, max(1, DescriptorLimit.current / 2))
    limits.bodyBytes = bodyLimit
    return LoopbackServer(
      port: port,
      // The handler waits for results, and then for the disk.
      timeout: .seconds(respondWithin + 30),
      limits: limits,
      refuse: { handler.refusal(of: $0) },
      handler: handler)
  }

  private func readSecret() throws -> WebhookSecret? {
    let text = ProcessInfo.processInfo.environment["LEAD_WEBHOOK_SECRET"] ?? ""
    if text.isEmpty {
      guard insecure else {
        throw Ending(
          status: 2,
          message: "LEAD_WEBHOOK_SECRET is not set. Set it, or accept leads from any sender with --insecure.")
      }
      return nil
    }
    guard let secret = WebhookSecret(text) else {
      throw Ending(
        status: 2, message: "LEAD_WEBHOOK_SECRET is too short: the minimum is \(WebhookSecret.minimumLength) bytes.")
    }
    return secret
  }

  private var settings: ServiceSettings {
    var settings = ServiceSettings()
    settings.respondWithin = .seconds(respondWithin)
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

  /// The in-memory account ends with the process, so its leads have a folder of their own.
  private func usualFolder(_ connection: Connection) -> URL {
    let name = connection.isEmbedded ? "lead-webhook-embedded" : "lead-webhook"
    let state = ProcessInfo.processInfo.environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base =
      state.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: NSHomeDirectory()).appendingPathComponent(".local/state")
    return base.appendingPathComponent("constant-contact").appendingPathComponent(name)
  }

  private static func check(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws {
    guard range.contains(value) else {
      throw ValidationError("\(option) must be from \(range.lowerBound) to \(range.upperBound).")
    }
  }
}

import ArgumentParser
import ExampleSupport
import LeadWebhook
import LoopbackServer

/// Runs the command, and maps errors to the exit statuses that the help documents.
@main
enum Main {
  static func main() async {
    do {
      let command = try ServeLeads.parse()
      try await command.run()
    } catch let failure as ServiceFolder.Failure {
      Ending(status: 2, message: failure.description).leave()
    } catch let failure as ListenFailure {
      Ending(status: 2, message: failure.description).leave()
    } catch  where ServeLeads.exitCode(for: error) == .validationFailure {
      Ending(status: 2, message: ServeLeads.fullMessage(for: error)).leave()
    } catch {
      Ending(error)?.leave()
      ServeLeads.exit(withError: error)
    }
  }
}

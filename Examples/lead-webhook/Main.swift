import ArgumentParser
import ExampleSupport
import LeadWebhook

/// Runs the command and turns whatever it ends with into the exit statuses that its help names.
@main
enum Main {
  static func main() async {
    do {
      let command = try ServeLeads.parse()
      try await command.run()
    } catch let failure as ServiceFolder.Failure {
      Ending(status: 2, message: failure.description).leave()
    } catch  where ServeLeads.exitCode(for: error) == .validationFailure {
      Ending(status: 2, message: ServeLeads.fullMessage(for: error)).leave()
    } catch {
      Ending(error)?.leave()
      ServeLeads.exit(withError: error)
    }
  }
}

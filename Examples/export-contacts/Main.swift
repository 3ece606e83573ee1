import ArgumentParser
import ExampleSupport

/// Runs the command, and maps errors to the exit statuses that the help documents.
@main
enum Main {
  static func main() async {
    do {
      let command = try ExportContacts.parse()
      try await command.run()
    } catch  where ExportContacts.exitCode(for: error) == .validationFailure {
      Ending(status: 2, message: ExportContacts.fullMessage(for: error)).leave()
    } catch {
      Ending(error)?.leave()
      ExportContacts.exit(withError: error)
    }
  }
}

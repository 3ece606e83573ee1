import ArgumentParser
import ExampleSupport

/// Runs the command, and maps errors to the exit statuses that the help documents.
@main
enum Main {
  static func main() async {
    do {
      let command = try ImportContacts.parse()
      try await command.run()
    } catch  where ImportContacts.exitCode(for: error) == .validationFailure {
      Ending(status: 2, message: ImportContacts.fullMessage(for: error)).leave()
    } catch {
      Ending(error)?.leave()
      ImportContacts.exit(withError: error)
    }
  }
}

import ArgumentParser
import ExampleSupport

/// Runs the command, and maps errors to the exit statuses that the help documents.
@main
enum Main {
  static func main() async {
    do {
      let command = try PushContacts.parse()
      try await command.run()
    } catch  where PushContacts.exitCode(for: error) == .validationFailure {
      Ending(status: 2, message: PushContacts.fullMessage(for: error)).leave()
    } catch {
      Ending(error)?.leave()
      PushContacts.exit(withError: error)
    }
  }
}

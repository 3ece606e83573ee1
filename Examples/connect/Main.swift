import ArgumentParser
import ExampleSupport

/// Runs the command, and maps errors to the exit statuses that the help documents.
@main
enum Main {
  static func main() async {
    do {
      let command = try Connect.parse()
      try await command.run()
    } catch  where Connect.exitCode(for: error) == .validationFailure {
      Ending(status: 2, message: Connect.fullMessage(for: error)).leave()
    } catch {
      Ending(error)?.leave()
      Connect.exit(withError: error)
    }
  }
}

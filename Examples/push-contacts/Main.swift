import ArgumentParser
import ConstantContactKit
import ExampleSupport
import Foundation

/// Runs the command and turns whatever it ends with into the exit statuses that its help names.
@main
enum Main {
  static func main() async {
    do {
      let command = try PushContacts.parse()
      try await command.run()
    } catch let error as InputError {
      leave(2, error.description)
    } catch let error as Connection.Failure {
      leave(2, error.description)
    } catch let error as ConstantContactError {
      leave(error.isAuthorizationFailure ? 3 : 1, error.description)
    } catch  where PushContacts.exitCode(for: error) == .validationFailure {
      leave(2, PushContacts.fullMessage(for: error))
    } catch {
      PushContacts.exit(withError: error)
    }
  }

  private static func leave(_ status: Int32, _ message: String) -> Never {
    StandardError.write(line: message)
    exit(status)
  }
}

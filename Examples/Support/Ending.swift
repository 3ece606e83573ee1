internal import ConstantContactKit
internal import Foundation

/// How an example ends when it fails: the status that its help names, and the last line on standard error.
public struct Ending: Sendable, Hashable {
  /// What an example's help says of the statuses.
  public static let help =
    "0 all handled, 1 some failed, 2 usage or unreadable file, 3 authorization, 130 interrupted"

  /// The exit status.
  public let status: Int32
  /// What is said.
  public let message: String

  /// Makes an ending.
  public init(status: Int32, message: String) {
    self.status = status
    self.message = message
  }

  /// The ending for an error; `nil` for an error that the examples know nothing of.
  public init?(_ error: any Error) {
    switch error {
    case let error as InputError: self.init(status: 2, message: error.description)
    case let error as Connection.Failure:
      self.init(status: error.isAuthorization ? 3 : 2, message: error.description)
    case let error as ConstantContactError:
      self.init(status: error.isAuthorizationFailure ? 3 : 1, message: error.description)
    case let error as AuthError:
      self.init(status: Self.isPassing(error) ? 1 : 3, message: error.description)
    default: return nil
    }
  }

  /// Says it and ends the program.
  public func leave() -> Never {
    StandardError.write(line: message)
    exit(status)
  }

  // What is wrong with the machine or the network says nothing about the authorization.
  private static func isPassing(_ error: AuthError) -> Bool { error.isTransient || error.code == .storage }
}

internal import ConstantContactKit
internal import Foundation

/// How an example ends when it fails: the status that its help names, and the last line on standard error.
public struct Ending: Error, Hashable {
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
    case let ending as Ending: self = ending
    case let error as InputError: self.init(status: 2, message: error.description)
    case let error as Connection.Failure:
      self.init(status: error.isAuthorization ? 3 : 2, message: error.description)
    case let error as ConstantContactError:
      self.init(status: error.isAuthorizationFailure ? 3 : 1, message: error.description)
    case let error as OAuthError: self.init(status: Self.status(of: error), message: error.description)
    default: return nil
    }
  }

  /// Says it and ends the program.
  public func leave() -> Never {
    StandardError.write(line: message)
    exit(status)
  }

  // What is wrong with the machine or the network says nothing about the authorization.
  private static func status(of error: OAuthError) -> Int32 {
    if error.code == .invalidConfiguration { return 2 }
    return error.isTransient || error.code == .storage ? 1 : 3
  }
}

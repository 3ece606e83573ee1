internal import ConstantContactKit
internal import Foundation

/// The exit status of an example that fails, with the last line on standard error.
public struct Ending: Error, Hashable {
  /// The exit status: 1 failed, 2 usage or environment, 3 authorization, 130 interrupted.
  public let status: Int32
  /// The message for standard error.
  public let message: String

  /// Creates an ending.
  public init(status: Int32, message: String) {
    self.status = status
    self.message = message
  }

  /// Creates the ending for an error; `nil` for an error that the examples do not know.
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

  /// Writes the message and ends the process.
  public func leave() -> Never {
    StandardError.write(line: message)
    exit(status)
  }

  // Problems of the machine or the network do not concern the authorization.
  private static func status(of error: OAuthError) -> Int32 {
    if error.code == .invalidConfiguration { return 2 }
    return error.isTransient || error.code == .storage ? 1 : 3
  }
}

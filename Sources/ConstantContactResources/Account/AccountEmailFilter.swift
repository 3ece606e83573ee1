internal import ConstantContactCore
public import ConstantContactTransport

/// Which of the account's e-mail addresses to list. The service takes one condition at a time.
public enum AccountEmailFilter: Sendable, Hashable {
  /// Only those whose confirmation stands so.
  case status(AccountEmail.ConfirmStatus)
  /// Only those with this role.
  case role(AccountEmail.Role)
  /// Only this one.
  case address(String)

  var query: (name: String, value: String) {
    switch self {
    case .status(let status): ("confirm_status", status.rawValue)
    case .role(let role): ("role_code", role.rawValue)
    case .address(let address): ("email_address", address)
    }
  }
}

extension AccountEmailFilter: Redacting {
  /// The condition, without an address.
  public var description: String {
    switch self {
    case .status(let status): "AccountEmailFilter(status \(status))"
    case .role(let role): "AccountEmailFilter(role \(role))"
    case .address: "AccountEmailFilter(address)"
    }
  }
}

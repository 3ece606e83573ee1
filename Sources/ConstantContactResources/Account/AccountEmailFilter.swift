internal import ConstantContactCore
public import ConstantContactTransport

/// A filter for the account's email addresses. The API accepts one condition per request.
public enum AccountEmailFilter: Sendable, Hashable {
  /// Addresses with a confirmation status.
  case status(AccountEmail.ConfirmStatus)
  /// Addresses with a role.
  case role(AccountEmail.Role)
  /// One address.
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
  /// The condition, without the address.
  public var description: String {
    switch self {
    case .status(let status): "AccountEmailFilter(status \(status))"
    case .role(let role): "AccountEmailFilter(role \(role))"
    case .address: "AccountEmailFilter(address)"
    }
  }
}

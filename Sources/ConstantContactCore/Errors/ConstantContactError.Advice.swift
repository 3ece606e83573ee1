public import ConstantContactAuth

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ConstantContactError {
  /// What to do about an error: a kind to switch over, and the data that belong to it.
  ///
  /// Kinds may be added in minor versions, so a `switch` needs a `default`.
  public struct Advice: Sendable, Hashable {
    /// A kind of advice: an open set.
    public struct Kind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
      /// The kind's name.
      public let rawValue: String

      /// Creates a kind from its name.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// The kind's name.
      public var description: String { rawValue }

      /// The account's owner must connect again, granting ``Advice/scopes``.
      public static let reconnect = Kind(rawValue: "reconnect")
      /// The call may succeed later, at ``Advice/date`` if that is known.
      public static let retryLater = Kind(rawValue: "retryLater")
      /// The request is wrong: correct ``Advice/field`` if the error names one.
      public static let fixInput = Kind(rawValue: "fixInput")
      /// The program's settings are wrong, such as the client secret. The account's owner can do nothing about it.
      public static let fixConfiguration = Kind(rawValue: "fixConfiguration")
      /// The connected user lacks ``Advice/privilege``: the account's owner can give it.
      public static let askForPrivilege = Kind(rawValue: "askForPrivilege")
      /// The response to a write was lost: ``Advice/outcomeCheck`` says how to find out whether it took effect.
      public static let checkOutcome = Kind(rawValue: "checkOutcome")
      /// The API behaved unexpectedly: report it with ``ConstantContactError/requestIDs``.
      public static let report = Kind(rawValue: "report")
      /// There is nothing to correct: the resource does not exist, or already exists.
      public static let nothing = Kind(rawValue: "nothing")
    }

    /// The kind.
    public let kind: Kind
    /// The scopes to grant, with ``Kind/reconnect`` and ``Kind/askForPrivilege``; empty when none is known to be missing.
    public let scopes: Set<OAuthScope>
    /// When to retry; `nil` when that is not known.
    public let date: Date?
    /// The field to correct, with its limit and its length.
    public let field: InvalidField?
    /// The privilege to ask for.
    public let privilege: UserPrivilege?
    /// How to find out whether the request took effect.
    public let outcomeCheck: OutcomeCheck?
    /// The advice as a sentence, such as "Reconnect the account."; `nil` when there is nothing to do.
    public let sentence: String?
  }

  /// What to do about the error.
  public var advice: Advice {
    var kind = catalogEntry?.advice ?? .report
    if effect != .none, outcomeCheck != nil { kind = .checkOutcome }
    // Without a privilege to ask for, only a scope can be missing.
    if kind == .askForPrivilege, privilege == nil, scope != nil { kind = .reconnect }
    let concernsAccess = kind == .reconnect || kind == .askForPrivilege
    return Advice(
      kind: kind, scopes: concernsAccess ? Set([scope].compactMap(\.self)) : [],
      date: kind == .retryLater ? resumesAt : nil, field: kind == .fixInput ? invalidField : nil,
      privilege: kind == .askForPrivilege ? privilege : nil, outcomeCheck: kind == .checkOutcome ? outcomeCheck : nil,
      sentence: sentence(for: kind))
  }

  private func sentence(for kind: Advice.Kind) -> String? {
    if kind != .checkOutcome, let remedy = catalogEntry?.remedy { return remedy }
    switch kind {
    case .reconnect: return "Reconnect the account\(scope.map { " and grant the scope `\($0)`" } ?? "")."
    case .retryLater: return resumesAt.map { "Retry after \(TimestampText.format($0))." } ?? "Retry later."
    case .fixInput: return invalidField.map { "Correct `\($0.name)`." } ?? "Correct the request."
    case .fixConfiguration: return "Check the configuration."
    case .askForPrivilege:
      var needs: [String] = []
      if let privilege { needs.append("Ask the account's owner for the user privilege `\(privilege)`") }
      if let scope { needs.append("reconnect and grant the scope `\(scope)`") }
      return needs.isEmpty ? "Ask the account's owner for access." : needs.joined(separator: ", or ") + "."
    case .checkOutcome:
      let doubt =
        effect == .done
        ? "The request took effect, only its response is unreadable" : "Whether the request took effect is unknown"
      return "\(doubt); before a retry, check the outcome: \(outcomeCheck.map(\.description) ?? "")."
    case .report: return "Report the operation and the request ID."
    default: return nil
    }
  }
}

public import ArgumentParser
public import ConstantContactKit

/// The command-line options for a ``ConstantContactKit/ContactPusher``.
public struct PusherChoices: ParsableArguments {
  /// What to do when the contact already exists.
  public enum Existing: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// Skip the lead.
    case skip
    /// Add the contact to the lists.
    case addToLists = "add-to-lists"
    /// Fill in empty properties, and add the contact to the lists.
    case fillEmpty = "fill-empty"

    var value: ContactPusher.Options.ExistingContact {
      switch self {
      case .skip: .skip
      case .addToLists: .addToLists
      case .fillEmpty: .fillEmpty
      }
    }
  }

  /// What to do with a value that exceeds a limit.
  public enum Overlong: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// Fail the lead.
    case error
    /// Shorten the value.
    case cut

    var value: ContactPusher.Options.OverlongValue {
      switch self {
      case .error: .fail
      case .cut: .truncate
      }
    }
  }

  /// The permission of new contacts.
  public enum Permission: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// A business relationship exists.
    case implicit
    /// The contact has requested email.
    case explicit
    /// No permission.
    case notSet = "not-set"
    /// Constant Contact requests a confirmation from the contact.
    case pendingConfirmation = "pending-confirmation"

    var value: InitialPermission {
      switch self {
      case .implicit: .implicit
      case .explicit: .explicit(.givenByContact)
      case .notSet: .notSet
      case .pendingConfirmation: .pendingConfirmation
      }
    }
  }

  /// The source of new contacts.
  public enum Source: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// The account owner added the contact.
    case account
    /// The contact signed up.
    case contact

    var value: ContactSource {
      switch self {
      case .account: .account
      case .contact: .contact
      }
    }
  }

  /// The kind of the postal address.
  public enum AddressKind: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// At home.
    case home
    /// At work.
    case work
    /// Any other kind.
    case other

    var value: StreetAddress.Kind {
      switch self {
      case .home: .home
      case .work: .work
      case .other: .other
      }
    }
  }

  /// The permitted number of leads in progress.
  static let concurrencyLimit = 1_000

  @Option(help: ArgumentHelp("A list for new contacts. Repeatable.", valueName: "name-or-id"))
  var list: [String] = []

  @Option(help: "What to do when the contact already exists.")
  var onExisting = Existing.skip

  @Option(help: "The permission of new contacts; explicit only if every lead requested email.")
  var permission = Permission.implicit

  @Option(help: "Who added the new contacts.")
  var source = Source.account

  @Option(help: "The kind of the postal address.")
  var addressKind = AddressKind.work

  @Option(help: "What to do with a value that exceeds the API's limit.")
  var overlong = Overlong.error

  @Option(help: ArgumentHelp("A custom field and its column. Repeatable.", valueName: "name=column"))
  var customField: [String] = []

  @Flag(help: "Create custom fields that do not exist.")
  var createCustomFields = false

  @Option(help: ArgumentHelp("Leads in progress at once, 1 to \(PusherChoices.concurrencyLimit).", valueName: "count"))
  var concurrency = 8

  /// Creates the default choices.
  public init() {}

  /// Checks the values.
  public func validate() throws {
    guard (1...Self.concurrencyLimit).contains(concurrency) else {
      throw ValidationError("--concurrency must be from 1 to \(PusherChoices.concurrencyLimit).")
    }
    _ = try customFieldColumns()
  }

  /// The options for the pusher.
  public var options: ContactPusher.Options {
    var options = ContactPusher.Options()
    options.lists = list.map { ListReference($0) }
    options.existingContact = onExisting.value
    options.permission = permission.value
    options.createSource = source.value
    options.addressKind = addressKind.value
    options.overlongValue = overlong.value
    options.createsCustomFields = createCustomFields
    options.concurrency = concurrency
    return options
  }

  /// Returns the columns for custom fields, by the name of the custom field.
  ///
  /// - Throws: `ValidationError`.
  public func customFieldColumns() throws -> [String: String] {
    var columns: [String: String] = [:]
    for pair in customField {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--custom-field must be NAME=COLUMN, not “\(pair)”.") }
      columns[parts[0]] = parts[1]
    }
    return columns
  }
}

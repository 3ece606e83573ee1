public import ArgumentParser
public import ConstantContactKit

/// The choices of a ``ConstantContactKit/ContactPusher`` as options of a command.
public struct PusherChoices: ParsableArguments {
  /// What to do with whoever is there.
  public enum Existing: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// Nothing.
    case skip
    /// Put them on the lists.
    case addToLists = "add-to-lists"
    /// Fill in what they have no value for, and put them on the lists.
    case fillEmpty = "fill-empty"

    var value: ContactPusher.Options.ExistingContact {
      switch self {
      case .skip: .skip
      case .addToLists: .addToLists
      case .fillEmpty: .fillEmpty
      }
    }
  }

  /// What to do with a value that is too long.
  public enum Overlong: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// The lead fails.
    case error
    /// The value is cut.
    case cut

    var value: ContactPusher.Options.OverlongValue {
      switch self {
      case .error: .fail
      case .cut: .truncate
      }
    }
  }

  @Option(help: "A list, by name or id, that new contacts go on. May be given more than once.")
  var list: [String] = []

  @Option(help: "What to do with whoever is there: skip, add-to-lists or fill-empty.")
  var onExisting = Existing.skip

  @Option(help: "What to do with a value that is too long: error or cut.")
  var overlong = Overlong.error

  @Option(help: "A custom field and the column that fills it, as \"NAME=COLUMN\". May be given more than once.")
  var customField: [String] = []

  @Flag(help: "Create custom fields that the account lacks.")
  var createCustomFields = false

  @Option(help: "How many leads are under way at once.")
  var concurrency = 8

  /// The parser makes it.
  public init() {}

  /// Checks what the parser cannot.
  public func validate() throws {
    guard concurrency > 0 else { throw ValidationError("--concurrency has to be above 0") }
    _ = try customFieldColumns()
  }

  /// The choices for the pusher.
  public var options: ContactPusher.Options {
    var options = ContactPusher.Options()
    options.lists = list.map { ListReference($0) }
    options.existingContact = onExisting.value
    options.overlongValue = overlong.value
    options.createsCustomFields = createCustomFields
    options.concurrency = concurrency
    return options
  }

  /// The columns by the name of the custom field that takes them.
  ///
  /// - Throws: `ValidationError`.
  public func customFieldColumns() throws -> [String: String] {
    var columns: [String: String] = [:]
    for pair in customField {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--custom-field takes NAME=COLUMN, not \(pair)") }
      columns[parts[0]] = parts[1]
    }
    return columns
  }
}

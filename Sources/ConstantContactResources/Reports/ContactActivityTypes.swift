internal import ConstantContactCore

/// Which of a contact's activities to report. The service takes the types in one of two ways, which mean the same.
public enum ContactActivityTypes: Sendable, Hashable {
  /// In one parameter, joined by commas: `tracking_activities_list`. At least one.
  case list([TrackingActivityType])
  /// In a parameter of its own each: `tracking_activity_type`. At least one.
  case repeated([TrackingActivityType])

  func add(to query: inout QueryItems, for operation: String) throws {
    switch self {
    case .list(let types):
      try InputCheck(operation).require(!types.isEmpty, "types", "is empty")
      query.add("tracking_activities_list", types.map(\.rawValue).joined(separator: ","))
    case .repeated(let types):
      try InputCheck(operation).require(!types.isEmpty, "types", "is empty")
      for type in types { query.add("tracking_activity_type", type.rawValue) }
    }
  }
}

extension ContactActivityTypes: ExpressibleByArrayLiteral {
  /// Makes a ``list(_:)``.
  public init(arrayLiteral types: TrackingActivityType...) { self = .list(types) }
}

internal import ConstantContactCore

/// The types of activities in a contact report.
///
/// The API accepts them in two equivalent forms.
public enum ContactActivityTypes: Sendable, Hashable {
  /// One parameter with comma-separated types, `tracking_activities_list`. At least one type.
  case list([TrackingActivityType])
  /// One parameter for each type, `tracking_activity_type`. At least one type.
  case repeated([TrackingActivityType])

  func add(to query: inout QueryItems, for operation: String) throws {
    switch self {
    case .list(let types):
      try InputCheck(operation).require(!types.isEmpty, "tracking_activities_list", "is empty")
      query.add("tracking_activities_list", types.map(\.rawValue).joined(separator: ","))
    case .repeated(let types):
      try InputCheck(operation).require(!types.isEmpty, "tracking_activity_type", "is empty")
      for type in types { query.add("tracking_activity_type", type.rawValue) }
    }
  }
}

extension ContactActivityTypes: ExpressibleByArrayLiteral {
  /// Creates a ``list(_:)``.
  public init(arrayLiteral types: TrackingActivityType...) { self = .list(types) }
}

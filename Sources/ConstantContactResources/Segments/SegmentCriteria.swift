public import ConstantContactCore

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a segment's contacts have in common.
///
/// The service takes the criteria as JSON in a string, at most 20,000 characters, and its fields and operators are a language of
/// their own, of which the vendor documents examples. Build them from conditions, or hand over the JSON:
///
/// ```swift
/// // Whoever did not open any of the last five campaigns.
/// let criteria = SegmentCriteria(all: [
///   SegmentCriteria.Condition(.tracking, "not_opened", "contains-any", constant: "last-n-campaigns", parameter: "5")
/// ])
/// ```
///
/// See the vendor's page "Segments overview". Without a condition on lists all contacts are looked at; at most 500 campaigns and
/// 1,825 days can be asked for.
public struct SegmentCriteria: Sendable, Hashable {
  /// Where a condition gets its data from.
  public struct Source: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a source from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What contacts did with campaigns.
    public static let tracking: Source = "tracking"
    /// What contacts say of themselves.
    public static let contact: Source = "contact"
    /// The lists they are on.
    public static let listMembership: Source = "list_membership"
    /// The tags they carry.
    public static let tags: Source = "tags"
  }

  /// One condition, or a group of them.
  public struct Condition: Sendable, Hashable {
    let json: JSONValue

    /// Makes a condition.
    ///
    /// - Parameters:
    ///   - source: Where it gets its data from.
    ///   - field: What is looked at, such as `not_opened`.
    ///   - comparison: How it is compared, such as `contains-any`.
    ///   - value: With what, where it is a value.
    ///   - constant: With what, where it is a name of the service's, such as `last-n-campaigns`.
    ///   - parameter: What the name needs, such as the number of campaigns.
    public init(
      _ source: Source,
      _ field: String,
      _ comparison: String,
      value: JSONValue? = nil,
      constant: String? = nil,
      parameter: String? = nil
    ) {
      var members: [String: JSONValue] = [
        "source": .string(source.rawValue), "field": .string(field), "op": .string(comparison),
      ]
      members["value"] = value
      members["const_value"] = constant.map(JSONValue.string)
      members["param"] = parameter.map(JSONValue.string)
      json = .object(members)
    }

    /// Makes a condition from its JSON.
    public init(json: JSONValue) { self.json = json }

    /// All of these have to hold.
    public static func all(_ conditions: [Condition]) -> Condition { group("and", conditions) }

    /// One of these has to hold.
    public static func any(_ conditions: [Condition]) -> Condition { group("or", conditions) }

    private static func group(_ type: String, _ conditions: [Condition]) -> Condition {
      Condition(json: .object(["type": .string(type), "group": .array(conditions.map(\.json))]))
    }
  }

  /// The criteria as the service keeps them: JSON in a string.
  public let text: String

  /// Takes JSON as it is.
  public init(text: String) { self.text = text }

  /// Makes criteria of which all have to hold.
  public init(all conditions: [Condition]) {
    let json = JSONValue.object(["version": .string("1.0.0"), "criteria": Condition.all(conditions).json])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, arrays and objects always encode; a number that JSON cannot write would not, and yields no criteria at all.
    text = (try? encoder.encode(json)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

public import ConstantContactCore

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a segment's contacts have in common.
///
/// The API takes criteria as JSON in a string, at most 20,000 characters. Its fields and operators are documented by
/// example only. Build criteria from conditions, or pass JSON:
///
/// ```swift
/// // The contacts that opened none of the last five campaigns.
/// let criteria = SegmentCriteria(all: [
///   SegmentCriteria.Condition(.tracking, "not_opened", "contains-any", constant: "last-n-campaigns", parameter: "5")
/// ])
/// ```
///
/// Without a condition on lists, all contacts are evaluated. At most 500 campaigns and 1,825 days can be requested.
///
/// See [Segments overview](https://developer.constantcontact.com/api_guide/segments_overview.html).
public struct SegmentCriteria: Sendable, Hashable, Codable {
  /// The source of a condition's data.
  public struct Source: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a source from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The contacts' reactions to campaigns.
    public static let tracking: Source = "tracking"
    /// The contacts' properties.
    public static let contact: Source = "contact"
    /// The contacts' lists.
    public static let listMembership: Source = "list_membership"
    /// The contacts' tags.
    public static let tags: Source = "tags"
  }

  /// A condition, or a group of conditions.
  public struct Condition: Sendable, Hashable {
    let json: RawJSON

    /// Creates a condition.
    ///
    /// - Parameters:
    ///   - source: The source of its data.
    ///   - field: The field, such as `not_opened`.
    ///   - comparison: The operator, such as `contains-any`.
    ///   - value: The value to compare with.
    ///   - constant: The API's name for a value to compare with, such as `last-n-campaigns`.
    ///   - parameter: The parameter of the constant, such as the number of campaigns.
    public init(
      _ source: Source,
      _ field: String,
      _ comparison: String,
      value: RawJSON? = nil,
      constant: String? = nil,
      parameter: String? = nil
    ) {
      var members: [String: RawJSON] = [
        "source": .string(source.rawValue), "field": .string(field), "op": .string(comparison),
      ]
      members["value"] = value
      members["const_value"] = constant.map(RawJSON.string)
      members["param"] = parameter.map(RawJSON.string)
      json = .object(members)
    }

    /// Creates a condition from its JSON.
    public init(json: RawJSON) { self.json = json }

    /// Returns a group of which every condition must hold.
    public static func all(_ conditions: [Condition]) -> Condition { group("and", conditions) }

    /// Returns a group of which at least one condition must hold.
    public static func any(_ conditions: [Condition]) -> Condition { group("or", conditions) }

    private static func group(_ type: String, _ conditions: [Condition]) -> Condition {
      Condition(json: .object(["type": .string(type), "group": .array(conditions.map(\.json))]))
    }
  }

  /// The criteria as the API has them: JSON in a string.
  public let text: String

  /// Creates criteria from their JSON.
  public init(text: String) { self.text = text }

  /// Creates criteria of which every condition must hold.
  public init(all conditions: [Condition]) {
    let json = RawJSON.object(["version": .string("1.0.0"), "criteria": Condition.all(conditions).json])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Only a number that JSON cannot represent fails to encode; empty criteria are refused before they are sent.
    text = (try? encoder.encode(json)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// How to find out whether a write took effect when its response was lost.
///
/// ```swift
/// do {
///   _ = try await client.lists.create(ListDraft(name: "Newsletter"))
/// } catch let error as ConstantContactError where error.advice.kind == .checkOutcome {
///   print(error.outcomeCheck?.method ?? "no method", error.outcomeCheck?.purpose ?? "")
/// }
/// ```
public struct OutcomeCheck: Sendable, Hashable {
  /// The method whose result shows the outcome, as `Type/method(label:)`; `nil` when the API has no such method.
  public let method: String?
  /// What the method shows or, without a method, where to look; the end of a sentence.
  public let purpose: String

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - method: The method, as `ContactsAPI/find(email:including:)`.
  ///   - purpose: What it shows, such as "shows whether the contact exists".
  public init(method: String? = nil, purpose: String) {
    self.method = method
    self.purpose = purpose
  }
}

extension OutcomeCheck: CustomStringConvertible {
  /// The method in backticks, if there is one, and the purpose.
  public var description: String { method.map { "`\($0)` \(purpose)" } ?? purpose }
}

/// A conformance suite for implementations of ``RateLimitStore``.
///
/// Run each case of ``cases`` with a closure that opens the store under test:
///
/// ```swift
/// @Test(arguments: RateLimitStoreConformance.cases)
/// func conforms(_ conformanceCase: RateLimitStoreConformance.Case) async throws {
///   let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
///   try await conformanceCase.run { FileRateLimitStore(file: file) }
/// }
/// ```
///
/// A case throws a ``Failure`` with the expected and the observed behavior. A store that hangs fails its case after ten seconds.
public enum RateLimitStoreConformance {
  /// All cases.
  public static let cases: [Case] = updateCases + limitCases
}

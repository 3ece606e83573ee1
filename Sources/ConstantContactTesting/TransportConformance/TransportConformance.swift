/// Test cases that check the requirements of ``HTTPTransport`` against a server on loopback.
///
/// The suite contains the cases, not the server. Implement ``Server`` with any socket library (about a hundred lines), and
/// run each of ``cases`` with it:
///
/// ```swift
/// @Test(arguments: TransportConformance.cases)
/// func conforms(_ conformanceCase: TransportConformance.Case) async throws {
///   try await conformanceCase.run(MyTransport(), on: LoopbackServer())
/// }
/// ```
///
/// A case throws a ``Failure`` with the expected and the actual behavior. No case takes longer than a few seconds: a transport
/// that hangs fails the case instead of hanging the test.
public enum TransportConformance {
  /// All cases.
  public static let cases: [Case] =
    exchangeCases + statusCases + deadlineCases + failureCases + refusalCases + downloadCases + loadCases
    + limitCases + oddityCases
}

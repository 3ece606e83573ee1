/// What every ``HTTPTransport`` has to do, as cases to run against a server on loopback.
///
/// The suite brings the cases, not the server: a transport's author writes a ``Server`` on whatever sockets are at hand
/// (some hundred lines), and runs each case of ``cases`` with it:
///
/// ```swift
/// @Test(arguments: TransportConformance.cases)
/// func conforms(_ conformanceCase: TransportConformance.Case) async throws {
///   try await conformanceCase.run(MyTransport(), on: LoopbackServer())
/// }
/// ```
///
/// A case throws a ``Failure`` that says what was expected and what was seen. None takes longer than a few seconds, and
/// a transport that hangs fails the case instead of hanging the test.
public enum TransportConformance {
  /// All cases.
  public static let cases: [Case] =
    exchangeCases + statusCases + deadlineCases + failureCases + refusalCases + downloadCases + loadCases
}

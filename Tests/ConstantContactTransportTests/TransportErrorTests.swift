import ConstantContactTransport
import Foundation
import Testing

@Suite struct TransportErrorTests {
  private struct Cause: Error { let url = "https://ann.example.com" }

  @Test func localizedDescriptionIsASentence() {
    let error = TransportError(.timedOut, delivery: .uncertain, message: "the request timed out", cause: Cause())
    let anyError: any Error = error
    #expect(anyError.localizedDescription == "The request timed out.")
    #expect((anyError as NSError).localizedDescription == "The request timed out.")
    #expect((anyError as NSError).localizedRecoverySuggestion == "Check the network connection, then retry.")
    #expect(TransportError(.other, delivery: .notSent, message: "").localizedDescription == "The request failed.")
    #expect(TransportError(.other, delivery: .notSent, message: "Done.").localizedDescription == "Done.")
    #expect(TransportError(.other, delivery: .notSent, message: "étude").localizedDescription == "Étude.")
  }

  @Test func userInfoHidesTheCause() {
    let error = TransportError(.connectionLost, delivery: .uncertain, message: "lost", cause: Cause()) as NSError
    #expect(!"\(error) \(error.userInfo) \(error.debugDescription)".contains("ann"))
    #expect(error.domain == "ConstantContactKit.TransportError")
  }

  @Test func codesHaveStableNumbers() {
    let codes: [TransportError.Code] = [
      .timedOut, .cannotConnect, .connectionLost, .tlsFailed, .badResponse, .insecure, .invalidRequest, .fileSystem,
      .other, .init(rawValue: "unknown"),
    ]
    let numbers = codes.map { (TransportError($0, delivery: .notSent, message: "") as NSError).code }
    #expect(numbers == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
  }
}

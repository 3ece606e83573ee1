import ExampleSupport
import Foundation
import Testing

@Suite struct PastedAddressTests {
  private func read(_ line: String, _ redirectURI: String = "https://localhost") -> String? {
    PastedAddress.url(in: line, redirectURI: redirectURI)?.absoluteString
  }

  @Test(arguments: [
    "https://localhost/?code=c%2Fd&state=s", "  https://localhost/?code=c%2Fd&state=s\r\n",
    "\"https://localhost/?code=c%2Fd&state=s\"", "<https://localhost/?code=c%2Fd&state=s>",
    "localhost/?code=c%2Fd&state=s",
  ])
  func acceptsTheAddress(line: String) {
    #expect(read(line) == "https://localhost/?code=c%2Fd&state=s")
  }

  @Test func takesTheSchemeFromTheRedirectURI() {
    #expect(read("localhost:8888/cb?state=s", "http://localhost:8888/cb") == "http://localhost:8888/cb?state=s")
  }

  // The authorization flow checks the address.
  @Test func acceptsOtherAddresses() {
    #expect(read("https://example.com/?code=c") == "https://example.com/?code=c")
  }

  @Test(arguments: [
    "", "  ", "\"\"", "code=c&state=s", "c0de", "two words", "https://localhost/ ?code=c", "://", "https://",
  ])
  func rejectsOtherText(line: String) {
    #expect(read(line) == nil)
  }
}

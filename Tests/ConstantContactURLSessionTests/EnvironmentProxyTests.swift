import Foundation
import Testing

@testable import ConstantContactURLSession

@Suite struct EnvironmentProxyTests {
  @Test(
    arguments: [
      ([:], false), (["http_proxy": "p"], true), (["http_proxy": ""], false), (["all_proxy": "p"], true),
      (["ALL_PROXY": "p"], true), (["HTTP_PROXY": "p"], false), (["https_proxy": "p"], false),
      (["http_proxy": "p", "no_proxy": "127.0.0.1"], false), (["http_proxy": "p", "NO_PROXY": "a, 127.0.0.1"], false),
      (["http_proxy": "p", "no_proxy": "*"], false), (["http_proxy": "p", "no_proxy": "27.0.0.1"], true),
    ] as [([String: String], Bool)])
  func agreesWithLibcurl(variables: [String: String], isUsed: Bool) throws {
    let url = try #require(URL(string: "http://127.0.0.1:8080/"))
    #expect(EnvironmentProxy(variables).isUsed(for: url) == isUsed)
  }
}

import ConstantContactKit
import Foundation
import Testing

/// A key and a signature created with OpenSSL for these tests only.
@Suite struct WebhookVectorTests {
  private let body = Data(
    #"{"url":"https://api.cc.email/v3/partner/accounts/a07e1/plan","event_type":"tier.increase"}"#.utf8)
  private let signedAt = Date(timeIntervalSince1970: 1_767_603_600)

  private var keys: Data { Data(#"{"keys":[{"kty":"RSA","n":"\#(Self.modulus)","e":"AQAB"}]}"#.utf8) }

  @Test func publicKeyIsEncodedAsOpenSSLEncodesIt() throws {
    let signature = try WebhookSignature(header: Self.header)
    let expected = try #require(Data(base64Encoded: Self.publicKey))
    try signature.verify(body: body, keys: keys, now: signedAt) { _, _, key in DER.publicKey(key) == expected }
  }

  @Test(.enabled(if: WebhookSignature.isAvailable))
  func platformImplementationAcceptsOnlyTheRightSignature() throws {
    let signature = try WebhookSignature(header: Self.header)
    try signature.verify(body: body, keys: keys, now: signedAt)
    #expect(throws: WebhookSignature.Failure.wrongSignature) {
      try signature.verify(body: body + Data(" ".utf8), keys: keys, now: signedAt)
    }
  }

  private static let header =
    "eyJhbGciOiJSUzI1NiIsInRzIjoxNzY3NjAzNjAwLCJiNjQiOmZhbHNlLCJjcml0IjpbImI2NCJdfQ..ARcU4qEhiP"
    + "lP4j8mR2IC22mW_ov8YmDViYKRm8GAsKMgbKlJJv79a-a_9ZRi1b5Ixew4-nvbqQau4E-RiJPDLQlZjEF5WpDiGlX6"
    + "5cUR4MJ1ylVDPZkWvNi6mX8vrnhubG4s2_Yzl9GN0giGf_UNpM0eL-VhqsNujeIxHsRuxzONhP5hNLn5u6YgvOModz"
    + "GOaysJo6WwEcO4triDMxDP0gZq7dgh_UiSZY2rb3HtFKeTS1JOMYwcRBlKc4uoQFhp51vxYq489ZsP-dDMlwcxBEDP"
    + "JHasxQG5c9gm9abtzrMOf9Xw6tNrZkp-PojJOuPw0cq22kk8mjP1tN6eSkZNhg"

  private static let modulus =
    "qO4-n0pjj-IlCnqcIIDqvDA02Smd8BPpBdRB3gDVarRarul1YBEJ2DeXm9ZWQTIVOqOs9fGYCxZ-JhJk1DJnaX3SVp"
    + "32f9axxCmrI7-2HQwtIEd43nwZ8mh4UtvyQwDLUkjmpvHyBnz9qdGHD79tF3BLINN17mQNtpEJIehj5LHJALBt7G1w"
    + "URQtntRxo65YSC6-OeUAnzbQJmL_O_vJxFaZt1WwHsVRFttAhR7rEXyrHoQQBizjbdYlUjm2PmmtHSc9dFAGJndcZr"
    + "osbwJ5LyIwk81XLv1u0E4AbcW8QA3XqM3F6v-Tg7N5cBLGNxkH-7lJWb5dxqUyu6KkvzckWw"

  private static let publicKey =
    "MIIBCgKCAQEAqO4+n0pjj+IlCnqcIIDqvDA02Smd8BPpBdRB3gDVarRarul1YBEJ2DeXm9ZWQTIVOqOs9fGYCxZ+Jh"
    + "Jk1DJnaX3SVp32f9axxCmrI7+2HQwtIEd43nwZ8mh4UtvyQwDLUkjmpvHyBnz9qdGHD79tF3BLINN17mQNtpEJIehj"
    + "5LHJALBt7G1wURQtntRxo65YSC6+OeUAnzbQJmL/O/vJxFaZt1WwHsVRFttAhR7rEXyrHoQQBizjbdYlUjm2PmmtHS"
    + "c9dFAGJndcZrosbwJ5LyIwk81XLv1u0E4AbcW8QA3XqM3F6v+Tg7N5cBLGNxkH+7lJWb5dxqUyu6KkvzckWwIDAQAB"
}

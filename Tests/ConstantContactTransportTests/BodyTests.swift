import ConstantContactTransport
import Foundation
import Testing

@Suite struct BodyTests {
  @Test func formEncodesReservedCharacters() {
    var form = FormBody()
    form.append("grant_type", "refresh_token")
    form.append("refresh_token", "a+b/c= é&")
    #expect(
      String(decoding: form.data, as: UTF8.self) == "grant_type=refresh_token&refresh_token=a%2Bb%2Fc%3D%20%C3%A9%26"
    )
    #expect(FormBody.contentType == "application/x-www-form-urlencoded")
    #expect(FormBody().data.isEmpty)
  }

  @Test func formDescriptionHidesValues() {
    var form = FormBody()
    form.append("code", "secret-code")
    #expect(!shown(form).contains("secret-code"))
    #expect(form.description == "form(code)")
  }

  @Test func multipartBodyMatchesTheFormat() throws {
    var body = MultipartBody(boundary: "B")
    body.append(name: "list_ids", value: "1,2")
    try body.append(
      name: "file",
      filename: "contacts.csv",
      contentType: "text/csv",
      content: Data("email\r\nann@x.com".utf8)
    )
    #expect(body.contentType == "multipart/form-data; boundary=B")
    #expect(
      String(decoding: body.data, as: UTF8.self) == """
        --B\r
        Content-Disposition: form-data; name="list_ids"\r
        \r
        1,2\r
        --B\r
        Content-Disposition: form-data; name="file"; filename="contacts.csv"\r
        Content-Type: text/csv\r
        \r
        email\r
        ann@x.com\r
        --B--\r

        """
    )
  }

  @Test(arguments: ["a\"; filename=\"b", "a\r\nX-Injected: 1", "a\nX-Injected: 1", "a\rX-Injected: 1"])
  func partNamesCannotInjectFields(name: String) throws {
    var body = MultipartBody(boundary: "B")
    body.append(name: name, value: "v")
    try body.append(name: name, filename: name, contentType: "text/csv", content: Data())
    let text = String(decoding: body.data, as: UTF8.self)
    let lines = text.unicodeScalars.split { $0 == "\r" || $0 == "\n" }.map(String.init)
    #expect(lines.count { $0.hasPrefix("X-Injected") } == 0)
    #expect(lines.filter { $0.hasPrefix("Content-Disposition") }.map { $0.count { $0 == "\"" } } == [2, 4])
  }

  @Test func mediaTypesCannotInjectFields() {
    var body = MultipartBody()
    #expect(throws: TransportError.self) {
      try body.append(name: "f", filename: "f", contentType: "text/csv\r\nX: 1", content: Data())
    }
  }

  @Test func boundariesAreUnique() {
    #expect(MultipartBody().boundary != MultipartBody().boundary)
    #expect(MultipartBody().boundary.utf8.count <= 70)
  }

  @Test func bodyDescriptionShowsOnlyTheSize() throws {
    let body = TransportBody.bytes(Data("ann@example.com".utf8))
    #expect(body.description == "15 bytes")
    #expect(!shown(body).contains("ann"))
    let file = FileManager.default.temporaryDirectory.appending(path: "ann-\(UUID().uuidString)")
    try Data("abc".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try TransportBody.file(file).data() == Data("abc".utf8))
    #expect(!shown(TransportBody.file(file)).contains("ann"))
  }
}

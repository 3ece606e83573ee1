import ConstantContactAuth
import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import ExampleSupport
import Foundation
import LeadWebhook

/// What the examples read: lead files, request bodies, and the folder of `lead-webhook`.
extension FuzzTarget {
  static let exampleTargets: [FuzzTarget] = [
    FuzzTarget("lead-file", texts: leadFiles) { input in
      let file = try LeadFile(bytes: input, name: "leads.csv")
      for row in file.rows { _ = "\(row) \(row.lead())" }
      _ = file.notices()
    },
    FuzzTarget("webhook-body", texts: webhookBodies) { input in
      let submission = try Submission(body: input)
      for row in submission.rows { _ = "\(row) \(row.lead())" }
    },
    FuzzTarget("pasted-url", texts: ["https://localhost:8080/callback?code=a&state=b", "<localhost/callback?code=a>"]) {
      input in
      let text = String(decoding: input, as: UTF8.self)
      _ = PastedAddress.url(in: text, redirectURI: "https://localhost:8080/callback")
      _ = DisplayText.oneLine(text)
    },
    FuzzTarget("outbox", texts: webhookBodies + resultLines) { input in
      let folderURL = Scratch.shared.directory.appending(path: "webhook")
      for name in ["accepted", "results"] {
        let directory = folderURL.appending(path: name)
        try? FileManager.default.removeItem(at: directory)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      }
      // The same bytes as a file of the outbox, as the body of one whose head is right, and as a log of results.
      let digest = SecureHash.sha256(input).map { String(format: "%02x", $0) }.joined()
      let head = #"{"accepted_at":1767600000,"digest":"\#(digest)","fingerprint":"body:\#(digest)","id":"one"}"#
      try Data(input).write(to: folderURL.appending(path: "accepted/raw.lead"))
      try (Data("\(head)\n".utf8) + Data(input)).write(to: folderURL.appending(path: "accepted/one.lead"))
      try Data(input).write(to: folderURL.appending(path: "results/2026-01-05.ndjson"))
      let folder = try await ServiceFolder(folderURL)
      defer { folder.release() }
      let clock = ManualClock(automatic: true)
      let client = ConstantContact(
        tokens: StaticTokenProvider(AccessToken("t")),
        transport: FixedTransport(TransportResponse(status: 400), limit: 64),
        configuration: ConstantContactConfiguration(time: clock.timeSource))
      let service = LeadService(
        pusher: ContactPusher(client), folder: folder, time: clock.timeSource
      )
      try await service.start()
      await service.drain(grace: .zero)
    },
  ]

  private static let leadFiles = [
    "work_email,first_name,company\r\nann@example.com,Ann,\"Lee, \"\"Sons\"\"\"\r\nbea@example.com,Bea\r\n",
    "work_email;phone\nann@example.com;+1 555 0100\n", #"[{"work_email":"ann@example.com","phone":15550100,"x":null}]"#,
    "{\"work_email\":\"ann@example.com\"}\n{\"work_email\":\"b\\u00e9a@example.com\",\"a\":true}\n",
  ]
  private static let webhookBodies = [
    #"{"work_email":"ann@example.com","first_name":"Ann"}"#,
    #"[{"work_email":"a@b.c"},{"personal_email":"d@e.f","phone":1}]"#,
  ]
  private static let resultLines = [
    #"{"at":1767603000,"digest":"d","fingerprint":"key:k","leads":2,"request":"one","result":{"row":1,"outcome":"created","status":"created"}}"#
      + "\n"
  ]
}

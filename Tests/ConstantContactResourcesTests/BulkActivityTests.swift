import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct BulkActivityTests {
  private static let list: ListID = "1a2b3c4d-0000-11ee-8000-00000000000a"

  private func people(_ count: Int, jobTitle: String? = nil) -> [ImportedContact] {
    (0..<count).map { number in
      var contact = ImportedContact(email: "p\(number)@example.com")
      contact.jobTitle = jobTitle
      contact.companyName = jobTitle
      return contact
    }
  }

  @Test(arguments: [
    ("COMPLETED", BulkActivity.State.completed, true), ("Complete", .completed, true), ("Failed", .failed, true),
    ("canceled", .cancelled, true), ("CANCELLED", .cancelled, true), ("time_out", .timedOut, true),
    ("TIMED-OUT", .timedOut, true), ("Timed Out", .timedOut, true), ("timeout", .timedOut, true),
    ("Processing", .processing, false), ("INITIALIZED", .initialized, false), ("paused", "paused", false),
  ])
  func statesAreComparedHoweverTheyAreSpelled(text: String, state: BulkActivity.State, isFinal: Bool) throws {
    let activity: BulkActivity = try JSONCoding.decode(Data(#"{"activity_id":"1","state":"\#(text)"}"#.utf8))
    #expect(activity.state == state && activity.state?.hashValue == state.hashValue)
    #expect(activity.state?.rawValue == text)
    #expect(activity.state?.isFinal == isFinal && activity.isFinal == isFinal)
    #expect((activity.state?.kind == .unknown) == (text == "paused"))
  }

  /// An unknown state must not be polled forever.
  @Test func activityWithADateOfCompletionIsFinal() {
    var activity = BulkActivity()
    #expect(!activity.isFinal)
    activity.state = "archived"
    #expect(!activity.isFinal)
    activity.completedAt = Timestamp(text: "2026-01-02T03:04:05Z")
    #expect(activity.isFinal)
    activity.state = .processing
    #expect(!activity.isFinal)
  }

  @Test func everyPropertyOfAnActivityIsRead() throws {
    let activity: BulkActivity = try Fixture.decode("activities.get")
    #expect(activity.counts?.total == 2200)
    #expect(activity.counts?.notAddedToLists == 3)
    #expect(activity.sourceFileName == "June.csv")
    #expect(activity.resultsLink?.hasPrefix("/v3/contacts_exports/") == true)
    #expect(activity.selfLink?.hasPrefix("/v3/activities/") == true)
  }

  @Test func importTakes40000Contacts() async throws {
    let scripted = ScriptedClient(try .fixture(201, "activities.importContacts"))
    let most = people(40_000)
    let activity = try await scripted.client.activities.importContacts(most, onto: [Self.list])
    #expect(activity.state == .initialized)
    let error = try await failure {
      try await scripted.client.activities.importContacts(most + people(1), onto: [Self.list])
    }
    #expect(error?.code == .invalidInput)
    #expect(error?.message == "`import_data` has 40001 elements; the limit is 40000")
    #expect(await scripted.transport.requests.count == 1)
  }

  @Test func importTakesFourMegabytes() async throws {
    let scripted = ScriptedClient()
    let title = String(repeating: "t", count: 50)
    let json = try await failure {
      try await scripted.client.activities.importContacts(people(40_000, jobTitle: title), onto: [Self.list])
    }
    #expect(json?.code == .invalidInput)
    #expect(json?.message.contains("4000000") == true)
    let csv = Data("email\n".utf8) + Data(repeating: UInt8(ascii: "a"), count: 4_000_000)
    let file = try await failure { try await scripted.client.activities.importCSV(csv, onto: [Self.list]) }
    #expect(file?.code == .invalidInput)
    #expect(file?.message.contains("4000000") == true)
    #expect(await scripted.transport.requests.isEmpty)
  }

  @Test func fileTakes40000LinesIncludingTheHeading() async throws {
    let scripted = ScriptedClient(
      try .fixture(201, "activities.importCSV"), try .fixture(201, "activities.importCSV"))
    let lines = "email\r\n" + String(repeating: "a@example.com\r\n", count: 39_999)
    _ = try await scripted.client.activities.importCSV(Data(lines.utf8), onto: [Self.list])
    _ = try await scripted.client.activities.importCSV(Data(lines.dropLast().utf8), onto: [Self.list])
    let error = try await failure {
      try await scripted.client.activities.importCSV(Data((lines + "b").utf8), onto: [Self.list])
    }
    #expect(error?.code == .invalidInput)
    for part in ["`file`", "40001", "40000"] { #expect(error?.message.contains(part) == true) }
  }

  @Test func fileIsSentAsAForm() async throws {
    let scripted = ScriptedClient(try .fixture(201, "activities.importCSV"))
    _ = try await scripted.client.activities.importCSV(
      Data("email\r\nann@example.com\r\n".utf8), fileName: "June.CSV", onto: ["1", "2"], smsPermission: .explicit)
    let request = try #require(await scripted.transport.requests.first)
    let kind = try #require(request.headers["Content-Type"])
    let boundary = try #require(kind.split(separator: "=").last)
    #expect(kind.hasPrefix("multipart/form-data; boundary="))
    let body = String(decoding: try #require(request.body).data(), as: UTF8.self)
    #expect(
      body == """
        --\(boundary)\r
        Content-Disposition: form-data; name="file"; filename="June.CSV"\r
        Content-Type: text/csv\r
        \r
        email\r
        ann@example.com\r
        \r
        --\(boundary)\r
        Content-Disposition: form-data; name="list_ids"\r
        \r
        1,2\r
        --\(boundary)\r
        Content-Disposition: form-data; name="sms_permission_to_send"\r
        \r
        explicit\r
        --\(boundary)--\r

        """)
  }

  @Test func importedContactIsSentUnderTheAPINames() async throws {
    let scripted = ScriptedClient(try .fixture(201, "activities.importContacts"))
    var contact = ImportedContact(email: "ann@example.com", firstName: "Ann")
    contact.homeAddress = ImportedAddress(street: "1 Main St", postalCode: "02451", country: "US")
    contact.workAddress = ImportedAddress(country: "CA")
    contact.customFields = ["color": "blue"]
    _ = try await scripted.client.activities.importContacts([contact], onto: [Self.list])
    let expected: [String: RawJSON] = [
      "email": .string("ann@example.com"), "first_name": .string("Ann"), "street": .string("1 Main St"),
      "zip": .string("02451"), "country": .string("US"), "work_country": .string("CA"), "cf:color": .string("blue"),
    ]
    #expect(try await scripted.body(0)?["import_data"] == .array([.object(expected)]))
  }

  @Test func inputBeyondALimitIsRefusedBeforeAnythingIsSent() async throws {
    let scripted = ScriptedClient()
    let activities = scripted.client.activities
    func ids<ID: OpenValue>(_ count: Int) -> [ID] { (0..<count).map { ID(rawValue: "\($0)") } }
    func imported(_ change: (inout ImportedContact) -> Void) -> [ImportedContact] {
      var contact = ImportedContact(email: "ann@example.com")
      change(&contact)
      return [contact]
    }
    var tags = ContactExport(.tags(["1"]), status: .active)
    tags.excluded = []
    var contacts = ContactExport(.contacts(["1"]))
    contacts.excluded = ["2"]
    var columns = ContactExport()
    columns.fields = [.emailOptInDate]
    let errors: [ConstantContactError?] = [
      try await failure { try await activities.importContacts([], onto: ["1"]) },
      try await failure { try await activities.importContacts(people(1), onto: []) },
      try await failure { try await activities.importContacts(people(1), onto: ids(51)) },
      try await failure { try await activities.importContacts(imported { $0.email = nil }, onto: ["1"]) },
      try await failure { try await activities.importContacts(imported { $0.birthdayDay = 3 }, onto: ["1"]) },
      try await failure {
        try await activities.importContacts(
          imported { $0.smsNumber = "5085550104" }, onto: ["1"], smsPermission: .explicit)
      },
      try await failure {
        try await activities.importContacts(
          imported { ($0.phone, $0.homePhone, $0.workPhone, $0.otherPhone) = ("1", "2", "3", "4") }, onto: ["1"])
      },
      try await failure { try await activities.importCSV(Data("email".utf8), fileName: "June.txt", onto: ["1"]) },
      try await failure { try await activities.importCSV(Data(), onto: ["1"]) },
      try await failure { try await activities.exportContacts(tags) },
      try await failure { try await activities.exportContacts(contacts) },
      try await failure { try await activities.exportContacts(columns) },
      try await failure { try await activities.exportContacts(ContactExport(.contacts(ids(501)))) },
      try await failure { try await activities.deleteContacts(ids(501)) },
      try await failure { try await activities.deleteContacts([]) },
      try await failure { try await activities.deleteContacts(onLists: ids(51)) },
      try await failure { try await activities.addContacts(.tags(ids(51)), to: ["1"]) },
      try await failure { try await activities.addContacts(.contacts(["1"]), to: ["1"], excluding: ["2"]) },
      try await failure { try await activities.addContacts(.segment("x"), to: ["1"]) },
      try await failure { try await activities.removeContacts(.lists(ids(101)), from: ["1"]) },
      try await failure { try await activities.addTags(ids(51), to: .allActive) },
      try await failure { try await activities.removeTags(["1"], from: .newSubscribers, excluding: ["2"]) },
      try await failure { try await activities.deleteLists(ids(101)) },
      try await failure { try await activities.deleteTags(ids(501)) },
      try await failure { try await activities.deleteCustomFields(ids(101)) },
      try await failure { try await activities.list(state: .initialized).collect() },
    ]
    #expect(errors.map { $0?.code } == Array(repeating: .invalidInput, count: errors.count))
    #expect(!errors.contains { $0?.description.contains("ann@example.com") == true })
    #expect(await scripted.transport.requests.isEmpty)
  }

  @Test func anExportsFileIsFoundByTheActivitysID() async throws {
    let csv = "Email address\r\nann@example.com\r\n"
    let scripted = ScriptedClient(
      try .fixture(200, "activities.get"), .json(202, ""), .json(204, ""),
      .respond(TransportResponse(status: 200, headers: ["Content-Type": "text/csv"], body: Data(csv.utf8))))
    let activities = scripted.client.activities
    let activity = try await activities.get("5b0c7a10-21d4-4f6e-9a53-000000000006")
    for _ in 1...2 {
      let error = try await failure { try await activities.exportedCSV(of: activity.id) }
      #expect(error?.code == .stillProcessing)
    }
    #expect(try await activities.exportedCSV(of: activity.id) == Data(csv.utf8))
    let last = try #require(await scripted.transport.requests.last)
    #expect(last.url.path() == "/v3/contact_exports/5b0c7a10-21d4-4f6e-9a53-000000000006")
    #expect(last.headers["Accept"] == "text/csv")
  }

  @Test func activityIsNotQueuedTwice() async throws {
    let lost = TransportError(.connectionLost, delivery: .uncertain, message: "lost")
    let full = #"[{"error_key":"activities.api.limit","error_message":"1,000 activities are queued."}]"#
    let transport = ScriptedTransport([.fail(lost), .json(429, full), .json(201, #"{"activity_id":"1"}"#)])
    let clock = ManualClock(automatic: true)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    let error = try await failure { try await client.activities.deleteLists([Self.list]) }
    #expect(error?.effect == .uncertain)
    #expect(await transport.requests.count == 1)
    let queued = try await failure { try await client.activities.deleteLists([Self.list]) }
    #expect(queued?.code == .tooManyActivities)
    #expect(try await client.activities.deleteLists([Self.list]).id == "1")
  }

  @Test func printingShowsNoPersonalData() {
    var contact = ImportedContact(email: "ann@example.com", firstName: "Ann")
    contact.homeAddress = ImportedAddress(street: "1 Main St")
    var dumped = "\(contact) \(contact.homeAddress.map { "\($0)" } ?? "")"
    dump(contact, to: &dumped)
    dump(contact.homeAddress, to: &dumped)
    #expect(!dumped.contains("ann@"))
    #expect(!dumped.contains("Main St"))
  }
}

import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct ContactExporterTests {
  /// A fake account on a manual clock, whose exports take some time.
  private struct Desk {
    let clock = ManualClock(automatic: true)
    /// One value, since the elapsed time counts from its creation.
    let time: TimeSource
    let fake: FakeConstantContact
    let client: ConstantContact
    let folder: URL

    init(duration: Duration = .seconds(40), _ configure: (inout FakeConstantContact.Configuration) -> Void = { _ in })
      async throws
    {
      time = clock.timeSource
      var configuration = FakeConstantContact.Configuration(time: time)
      configuration.activityDuration = duration
      configure(&configuration)
      fake = FakeConstantContact(configuration)
      client = try await fake.client()
      folder = try CSVSupport.temporaryFile().deletingLastPathComponent()
    }

    var file: URL { folder.appending(path: "contacts.csv") }

    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func requests(_ operation: String) async -> Int { await fake.requests.count { $0.operation == operation } }
  }

  private func collect(_ contacts: ExportedContacts) async throws -> [ExportedContact] {
    var all: [ExportedContact] = []
    for try await contact in contacts { all.append(contact) }
    return all
  }

  @Test func deliversTypedContacts() async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    let list = await desk.fake.add(list: "News, weekly")
    let field = await desk.fake.add(customField: "Shoe size")
    let company = await desk.fake.add(customField: "Company")
    let ann = await desk.fake.add(
      .init(
        address: "ann@example.com", state: .explicit, firstName: "Ann \"A\"", lists: [list],
        customFields: [field: "4,5\n\"x\"", company: "Custom"]))
    await desk.fake.add(.init(address: "ben@example.com", state: .unsubscribed))
    let contacts = try await collect(try await ContactExporter(desk.client).start())
    #expect(contacts.map(\.email) == ["ann@example.com", "ben@example.com"])
    let first = try #require(contacts.first)
    #expect(first.id == ContactID(ann.id))
    #expect(first.firstName == "Ann \"A\"")
    #expect(first.lastName == nil && first.jobTitle == nil && first.companyName == nil)
    #expect(first[.emailLists] == "News, weekly")
    #expect(first.permission == .explicit)
    #expect(first.createdAt?.date != nil)
    #expect(first.customField("shoe_size") == "4,5\n\"x\"")
    #expect(first.customField("Company") == "Custom")
    #expect(first.customField("First name") == nil)
    #expect(first[title: "EMAIL ADDRESS"] == "ann@example.com")
    #expect(first[title: "missing"] == nil)
    #expect(first.titles.contains("Shoe size"))
    #expect(!"\(first) \(String(reflecting: first))".contains("ann@"))
    var text = ""
    dump(contacts, to: &text)
    #expect(!text.contains("ann@"))
  }

  @Test func findsColumnsByAnyTitleInUse() async throws {
    let pairs: [(ExportField, [String])] = [
      (.emailAddress, ["email_address", "Email address", "E-mail", "EMAIL ADDRESS"]),
      (.phoneNumber, ["phone_number", "Phone", "Phone - home"]), (.companyName, ["Company", "company_name"]),
      (.postalCode, ["zip", "Zip code", "Zip/Postal Code - Work"]), (.createdAt, ["Created At", "created_at"]),
      (.street1, ["Street address line 1 - Home", "street_1"]), (.tags, ["Tags", "tag"]),
      (.emailOptIn, ["Email status", "email_optin"]), (.emailOptInDate, ["Email opt-in date"]),
    ]
    for (field, titles) in pairs {
      for title in titles {
        let desk = try await Desk()
        defer { desk.remove() }
        let contacts = try await collect(try await exported("\"\(title)\",Other\nvalue,x\n", desk))
        #expect(contacts.first?[field] == "value", "\(title)")
        #expect(contacts.first?.customField("Other") == "x")
        #expect(contacts.first?.customField(title) == nil)
      }
    }
    let desk = try await Desk()
    defer { desk.remove() }
    let contact = try await collect(try await exported("Phone - home,Phone - mobile\n,\"1, 2\"\n", desk)).first
    #expect(contact?[.phoneNumber] == "1, 2")
  }

  /// An export whose file is replaced by another text.
  private func exported(
    _ text: String, _ desk: Desk, status: Int = 200, options: ContactExporter.Options = .init()
  ) async throws -> ExportedContacts {
    let client = try await client(of: desk.fake, through: ReplacedFile(base: desk.fake, text: text, status: status))
    return try await ContactExporter(client, options: options).start()
  }

  private struct ReplacedFile: HTTPTransport {
    let base: FakeConstantContact
    let text: String
    let status: Int

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      guard request.operation == "activities.exportedCSV" else { return try await base.send(request) }
      return TransportResponse(
        status: TransportStatus(rawValue: status), headers: ["Content-Type": "text/csv"], body: Data(text.utf8))
    }
  }

  @Test func savesTheFileForItsOwnerOnly() async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    await desk.fake.seedSampleData(contacts: 50)
    try Data("old".utf8).write(to: desk.file)
    var request = ContactExport(.all, status: .active)
    request.fields = [.emailAddress, .firstName]
    let summary = try await ContactExporter(desk.client).export(request, to: desk.file)
    #expect(summary.contacts > 10)
    #expect(summary.titles == ["Email address", "First name"])
    let text = try String(contentsOf: desk.file, encoding: .utf8)
    #expect(text.split(separator: "\r\n").count == summary.contacts + 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try desk.files() == ["contacts.csv"])
    #expect(await desk.requests("activities.exportContacts") == 1)
  }

  @Test func continuesByIDInAnotherProcess() async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    await desk.fake.seedSampleData(contacts: 20)
    let id = try await ContactExporter(desk.client).start().id
    let other = ContactExporter(try await desk.fake.client()).contacts(of: id)
    let contacts = try await collect(other)
    #expect(contacts.count > 10)
    #expect(try await collect(other) == contacts)
    #expect(try await other.save(to: desk.file).contacts == contacts.count)
    #expect(await desk.requests("activities.exportContacts") == 1)
    #expect(await desk.requests("activities.exportedCSV") == 3)
  }

  @Test(arguments: [202, 404])
  func waitsForAFileThatDoesNotExistYet(status: Int) async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    await desk.fake.seedSampleData(contacts: 5)
    let client = try await client(of: desk.fake, through: LateFile(base: desk.fake, status: status, refusals: 3))
    let contacts = try await ContactExporter(client).start()
    #expect(try await collect(contacts).count == 5)
  }

  private struct LateFile: HTTPTransport {
    let base: FakeConstantContact
    let status: Int
    let refusals: Int
    private let count = Counter()

    init(base: FakeConstantContact, status: Int, refusals: Int) {
      self.base = base
      self.status = status
      self.refusals = refusals
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      if request.operation == "activities.exportedCSV" {
        count.increment()
        if count.value <= refusals { return TransportResponse(status: TransportStatus(rawValue: status)) }
      }
      return try await base.send(request)
    }
  }

  @Test func missingAndExpiredFilesAreErrors() async throws {
    let desk = try await Desk { $0.exportLifetime = .seconds(3_600) }
    defer { desk.remove() }
    for (status, code) in [(404, ConstantContactError.Code.notFound), (202, .stillProcessing)] {
      let start = desk.time.elapsed
      let contacts = try await exported("", desk, status: status)
      let error = await #expect(throws: ConstantContactError.self) { try await contacts.save(to: desk.file) }
      #expect(error?.code == code)
      #expect(error?.message.contains("file does not exist") == true)
      let waited = desk.time.elapsed - start
      #expect(waited >= .seconds(60) && waited < .seconds(400))
    }
    let contacts = try await ContactExporter(desk.client).start()
    try await contacts.wait()
    try await desk.time.sleep(for: .seconds(7_200))
    let start = desk.time.elapsed
    let error = await #expect(throws: ConstantContactError.self) { try await contacts.save(to: desk.file) }
    #expect(error?.code == .notFound)
    #expect(error?.message.contains("expired") == true)
    #expect(desk.time.elapsed - start < .seconds(30))
    #expect(try desk.files() == [])
  }

  @Test func failedExportIsAnError() async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    let exporter = ContactExporter(desk.client)
    let error = await #expect(throws: ConstantContactError.self) {
      try await collect(exporter.contacts(of: "00000000-0000-4000-8000-000000000000"))
    }
    #expect(error?.code == .notFound)
    let invalid = await #expect(throws: ConstantContactError.self) {
      try await exporter.start(ContactExport(.tags(["1"]), status: .active))
    }
    #expect(invalid?.code == .invalidInput)
  }

  @Test func fileThatEndsShortIsReported() async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    await desk.fake.seedSampleData(contacts: 5)
    try Data("old".utf8).write(to: desk.file)
    let contacts = try await exported("Email address\na@example.com\nb@example.com\n", desk)
    var delivered = 0
    let error = await #expect(throws: ConstantContactError.self) {
      for try await _ in contacts { delivered += 1 }
    }
    #expect(delivered == 2)
    #expect(error?.code == .unreadableResponse)
    #expect(error?.message.contains("has 2 contacts, but the activity counts 5") == true)
    let saving = await #expect(throws: ConstantContactError.self) { try await contacts.save(to: desk.file) }
    #expect(saving?.code == .unreadableResponse)
    #expect(try Data(contentsOf: desk.file) == Data("old".utf8))
    #expect(try desk.files() == ["contacts.csv"])
  }

  @Test func damagedFileIsReported() async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    let cut = try await exported("Email address\na@example.com\n\"b@exam", desk)
    for attempt in 0..<2 {
      let error = await #expect(throws: ConstantContactError.self) {
        if attempt == 0 { _ = try await collect(cut) } else { try await cut.save(to: desk.file) }
      }
      #expect(error?.code == .unreadableResponse)
      #expect((error?.cause as? CSVError)?.line == 3)
      #expect(error.map { "\($0)".contains("exam") } == false)
    }
    #expect(try desk.files() == [])
  }

  @Test func nothingRemainsHoweverTheIterationEnds() async throws {
    let desk = try await Desk()
    defer { desk.remove() }
    await desk.fake.seedSampleData(contacts: 20)
    var options = ContactExporter.Options()
    options.temporaryDirectory = desk.folder
    let contacts = try await ContactExporter(desk.client, options: options).start()
    var delivered = 0
    for try await _ in contacts {
      #expect(try desk.files() == [])
      delivered += 1
      if delivered == 3 { break }
    }
    #expect(delivered == 3)
    let task = Task { try await collect(contacts) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try desk.files() == [])
  }

  @Test func cancellationLeavesTheExportRunning() async throws {
    let desk = try await Desk(duration: .seconds(600))
    defer { desk.remove() }
    await desk.fake.seedSampleData(contacts: 3)
    let contacts = try await ContactExporter(desk.client).start()
    let task = Task { try await contacts.save(to: desk.file) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try desk.files() == [])
    #expect(try await ContactExporter(desk.client).contacts(of: contacts.id).save(to: desk.file).contacts == 3)
  }

  /// The combinations that the library refuses are those that the fake refuses, which follows the contract.
  @Test func filtersAreRefusedAsTheAPIRefusesThem() async throws {
    let desk = try await Desk(duration: .zero)
    defer { desk.remove() }
    let list = ListID(await desk.fake.add(list: "News"))
    let tag = TagID(await desk.fake.add(tag: "VIP"))
    let contact = ContactID(await desk.fake.add(.init(address: "ann@example.com", lists: [list.rawValue])).id)
    let segment = SegmentID("\(await desk.fake.add(segment: "S", contacts: [contact.rawValue]))")
    let sources: [ContactExport.Source] = [
      .all, .contacts([contact]), .lists([list]), .tags([tag]), .segment(segment), .newSubscribers(),
      .newSubscribers(on: [list]), .contacts([]), .lists([]), .tags([]),
    ]
    let columns: [[ExportField]] = [[], [.emailAddress], [.firstName, .emailOptInDate]]
    var accepted = 0
    for source in sources {
      for status in [nil, ContactExport.Status.active] {
        for (excluded, fields) in [([], 0), ([contact], 0), ([], 1), ([], 2)] as [([ContactID], Int)] {
          var export = ContactExport(source, status: status)
          export.excluded = excluded
          export.fields = columns[fields]
          let body = try JSONEncoder().encode(export)
          let raw = try? await desk.client.call(.post, "/activities/contact_exports", body: .bytes(body))
          let checked = try? await ContactExporter(desk.client).start(export)
          let isEmpty = [.contacts([]), .lists([]), .tags([])].contains(source)
          #expect((checked != nil) == (raw != nil && !isEmpty), "\(source) \(status ?? "") \(excluded.count) \(fields)")
          if checked != nil { accepted += 1 }
        }
      }
    }
    #expect(accepted == 22)
  }

  @Test func operationsAreThoseOfAnExport() {
    let client = ConstantContact(accessToken: "t")
    #expect(
      ContactExporter(client).operations == [
        .activitiesExportContacts, .activitiesGet, .activitiesExportedCSV,
      ])
  }
}

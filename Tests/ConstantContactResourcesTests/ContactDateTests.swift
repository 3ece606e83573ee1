import ConstantContactKit
import ConstantContactTesting
import Testing

/// Birthdays and anniversaries are checked before anything is sent.
@Suite struct ContactDateTests {
  private func isAccepted(_ change: (inout NewContact) -> Void) async throws -> Bool {
    let scripted = ScriptedClient(.json(201, Fixture.anyResource))
    var contact = NewContact(email: "ann@example.com")
    change(&contact)
    let error = try await failure { [contact] in try await scripted.client.contacts.create(contact) }
    #expect(error == nil || error?.code == .invalidInput)
    #expect(await scripted.transport.requests.count == (error == nil ? 1 : 0))
    return error == nil
  }

  @Test func birthdays() async throws {
    let pairs: [(Int?, Int?, Bool)] = [
      (nil, nil, true), (1, 1, true), (12, 31, true), (2, 29, true), (4, 30, true), (1, nil, false), (nil, 1, false),
      (0, 1, false), (13, 1, false), (1, 0, false), (1, 32, false), (2, 30, false), (4, 31, false), (11, 31, false),
      (.min, .max, false),
    ]
    for (month, day, isFine) in pairs {
      let isAccepted = try await isAccepted { ($0.birthdayMonth, $0.birthdayDay) = (month, day) }
      #expect(isAccepted == isFine, "\(String(describing: month))/\(String(describing: day))")
    }
  }

  @Test(arguments: [
    "11/15/2006", "1/5/2006", "2006/11/15", "2006/1/5", "2006-11-15", "2006-1-5", "11-15-2006", "1-05-2006",
    "2008-02-29", "02/29/2000",
  ])
  func anniversaries(text: String) async throws {
    #expect(try await isAccepted { $0.anniversary = text })
  }

  @Test(arguments: [
    "2006-02-30", "02-30-2006", "2007-02-29", "2/29/1900", "2006-13-01", "2006-00-10", "2006-10-00", "15/11/2006",
    "06-1-1",
    "2006", "2006-11", "2006/11-15", "soon", "2006-11-1x", "٢٠٠٦-١١-١٥", "2006-11-15T", "0000-01-01", "-2006-1-1",
    "2006--1-1", "2006-+1-1", "2006-111-1",
  ])
  func impossibleAnniversaries(text: String) async throws {
    #expect(try await !isAccepted { $0.anniversary = text })
  }

  @Test func storedDatesAreNotChecked() async throws {
    let json = #"{"contact_id":"1","first_name":"Ann","anniversary":"some day","birthday_month":2,"birthday_day":30}"#
    let scripted = ScriptedClient(.json(200, json), .json(200, Fixture.anyResource), .json(200, json))
    _ = try await scripted.client.contacts.update("1") { $0.lastName = "Lee" }
    #expect(try await scripted.body(1)?["anniversary"] == .string("some day"))
    let error = try await failure { try await scripted.client.contacts.update("1") { $0.anniversary = "one day" } }
    #expect(error?.code == .invalidInput)
  }

  @Test func importsAndSignUpsAreCheckedToo() async throws {
    let scripted = ScriptedClient()
    var form = SignUpForm(email: "ann@example.com", lists: ["1"])
    form.anniversary = "2006-02-30"
    var imported = ImportedContact(email: "ann@example.com")
    (imported.birthdayMonth, imported.birthdayDay) = (2, 30)
    var consented = ImportedContact(email: "ann@example.com")
    consented.smsConsentDate = "yesterday"
    let errors = [
      try await failure { [form] in try await scripted.client.contacts.recordSignUp(form, consent: .givenByContact) },
      try await failure { [imported] in try await scripted.client.activities.importContacts([imported], onto: ["1"]) },
      try await failure { [consented] in try await scripted.client.activities.importContacts([consented], onto: ["1"])
      },
    ]
    #expect(errors.map { $0?.code } == [.invalidInput, .invalidInput, .invalidInput])
    #expect(await scripted.transport.requests.isEmpty)
  }
}

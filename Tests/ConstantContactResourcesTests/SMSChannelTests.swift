import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// The phone number for text messages of a contact, in requests.
@Suite struct SMSChannelTests {
  private static let read = #"{"contact_id":"a","first_name":"Ann","sms_channel":SMS}"#

  private func client(sms: String, writes: Int = 1) -> ScriptedClient {
    let body = Self.read.replacingOccurrences(of: "SMS", with: sms)
    return writes == 0
      ? ScriptedClient(.json(200, body)) : ScriptedClient(.json(200, body), .json(200, #"{"contact_id":"a"}"#))
  }

  private func channel(_ permission: String) -> String {
    #"{"sms_channel_id":"s","sms_address":"7815551212","dial_code":"1","sms_channel_consents":"#
      + #"[{"consent_type":"promotional_sms","sms_consent_permission":"\#(permission)"}]}"#
  }

  @Test func contactIsCreatedWithAPhoneNumberOnly() async throws {
    let scripted = ScriptedClient(.json(201, #"{"contact_id":"a"}"#))
    var contact = NewContact()
    contact.smsChannel = NewSMSChannel(
      "17815551212", consents: [.init(.explicit(.givenByContact), mediumDetails: "counter")])
    _ = try await scripted.client.contacts.create(contact)
    let consent = [
      "sms_consent_permission": "explicit", "consent_type": "promotional_sms", "consent_medium_details": "counter",
    ]
    let expected = RawJSON.object([
      "full_sms_address": .string("17815551212"), "sms_channel_consents": .array([.object(consent.strings)]),
    ])
    #expect(try await scripted.body(0) == .object(["create_source": .string("Account"), "sms_channel": expected]))
  }

  @Test func permissionStartsUnset() async throws {
    let scripted = ScriptedClient(.json(201, #"{"contact_id":"a"}"#))
    var contact = NewContact()
    contact.smsChannel = NewSMSChannel("17815551212")
    _ = try await scripted.client.contacts.create(contact)
    let consent = ["sms_consent_permission": "not_set", "consent_type": "promotional_sms"]
    #expect(
      try await scripted.body(0)?["sms_channel"]?["sms_channel_consents"] == .array([.object(consent.strings)]))
  }

  @Test func numberAndConsentsAreRequired() async throws {
    let scripted = ScriptedClient()
    for channel in [NewSMSChannel(" "), NewSMSChannel("17815551212", consents: [])] {
      var contact = NewContact(email: "ann@example.com")
      contact.smsChannel = channel
      let error = try await failure { [contact] in try await scripted.client.contacts.create(contact) }
      #expect(error?.code == .invalidInput)
      #expect(error?.message.contains("sms_channel") == true)
    }
  }

  @Test func changesKeepTheNumberUnlessOneIsSet() async throws {
    let scripted = client(sms: channel("opt_out"))
    try await scripted.client.contacts.update("a") { $0.jobTitle = "Director" }
    #expect(try await scripted.body(1)?["job_title"] == .string("Director"))
    #expect(try await scripted.body(1)?["sms_channel"] == nil)
    let other = client(sms: channel("opt_out"))
    try await other.client.contacts.replace("a", with: ContactReplacement(email: nil))
    #expect(try await other.body(1)?["sms_channel"] == nil)
  }

  /// The current channel, the wanted permission, and whether it takes a consent.
  static let changes: [(current: String, wanted: InitialSMSPermission, takesConsent: Bool)] = [
    ("opt_out", .notSet, true), ("opt_out", .pendingConfirmation, true), ("opt_out", .optOut, false),
    ("not_set", .pendingConfirmation, true), ("explicit", .notSet, false), ("explicit", .optOut, false),
    ("pending_confirmation", .notSet, false), ("new_value", .notSet, true), ("new_value", .optOut, false),
    ("opt_out", .explicit(.givenByContact), false),
  ]

  @Test(arguments: changes.indices)
  func endingAnOptOutTakesAConsent(index: Int) async throws {
    let (current, wanted, takesConsent) = Self.changes[index]
    for usesReplace in [false, true] {
      func change(_ consent: ExplicitConsent?, _ scripted: ScriptedClient) async throws -> Contact {
        let channel = NewSMSChannel("17815551212", consents: [.init(wanted)])
        if !usesReplace {
          return try await scripted.client.contacts.update("a", consent: consent) { $0.smsChannel = channel }
        }
        var replacement = ContactReplacement(email: nil)
        replacement.smsChannel = channel
        return try await scripted.client.contacts.replace("a", with: replacement, consent: consent)
      }
      let refused = client(sms: channel(current), writes: takesConsent ? 0 : 1)
      let error = try await failure { try await change(nil, refused) }
      #expect(error?.code == (takesConsent ? .consentRequired : nil))
      let allowed = client(sms: channel(current))
      _ = try await change(.givenByContact, allowed)
      let consents = try await allowed.body(1)?["sms_channel"]?["sms_channel_consents"]
      let expected = ["sms_consent_permission": wanted.value.rawValue, "consent_type": "promotional_sms"]
      #expect(consents == .array([.object(expected.strings)]))
    }
  }

  /// A channel whose permission cannot be read could have opted out.
  @Test(arguments: ["7", #"{"sms_channel_id":"s"}"#, #"{"sms_channel_consents":[7]}"#])
  func unknownPermissionIsNotRaised(sms: String) async throws {
    let scripted = client(sms: sms, writes: 0)
    let error = try await failure {
      try await scripted.client.contacts.update("a") { $0.smsChannel = NewSMSChannel("17815551212") }
    }
    #expect(error?.code == .consentRequired || error?.code == .unreadableResponse)
    let other = client(sms: sms)
    try await other.client.contacts.update("a", consent: .givenByContact) {
      $0.smsChannel = NewSMSChannel("17815551212")
    }
    #expect(try await other.body(1)?["sms_channel"]?["full_sms_address"] == .string("17815551212"))
  }

  @Test func numberIsRestoredAndNotPrinted() throws {
    let channel = NewSMSChannel("17815551212", consents: [.init(.pendingConfirmation, mediumDetails: "counter")])
    #expect(try JSONDecoder().decode(NewSMSChannel.self, from: JSONEncoder().encode(channel)) == channel)
    var text = "\(channel)"
    dump(channel, to: &text)
    #expect(!text.contains("1781"))
  }
}

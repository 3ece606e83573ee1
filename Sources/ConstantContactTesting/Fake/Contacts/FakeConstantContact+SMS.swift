#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// SMS channels and their history.
extension FakeConstantContact {
  func smsHistory(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    return Reply(200, .array(try contact(id).smsHistory))
  }

  /// Sets a contact's SMS number and consents, and appends each changed consent to the history.
  ///
  /// A channel with the same number keeps its ID, and each consent that does not change its dates.
  func setChannel(
    number: String, dialCode: String, countryCode: String, from channel: JSON, source: String, now: Date,
    consentDate: Date? = nil, on record: inout ContactRecord
  ) {
    let old = record.number == dialCode + number ? record.smsChannel : nil
    let id = old?["sms_channel_id"] ?? .string(generator.uuid())
    var consents: [JSON] = []
    for consent in channel["sms_channel_consents"]?.array ?? [] {
      let before = old?["sms_channel_consents"]?.array?.first { $0["consent_type"] == consent["consent_type"] }
      let permission = consent["sms_consent_permission"]
      let isSame = before?["sms_consent_permission"] == permission
      var members = before?.object ?? ["created_at": WireDate.timestamp(now)]
      members["updated_at"] = WireDate.timestamp(now)
      members["sms_consent_permission"] = permission
      members["consent_type"] = consent["consent_type"]
      if let interval = consent["advertised_interval"] { members["advertised_interval"] = interval }
      if let frequency = consent["advertised_frequency"]?.integer {
        members["advertised_frequency"] = .string(String(frequency))
      }
      if !isSame {
        let date = WireDate.timestamp(consentDate ?? now)
        if permission == "explicit" { members["opt_in_date"] = date }
        if permission == "opt_out" { members["opt_out_date"] = date }
        record.smsHistory += historyRow(
          of: record, channel: id, number: dialCode + number, consent: consent, before: before, source: source,
          date: date)
      }
      consents.append(.object(members))
    }
    record.smsChannel = [
      "sms_channel_id": id, "sms_address": .string(number), "dial_code": .string(dialCode),
      "country_code": .string(countryCode), "create_source": old?["create_source"] ?? .string(source),
      "update_source": .string(source), "sms_channel_consents": .array(consents),
    ]
  }

  /// Returns the row of an opt-in or opt-out; other permissions have none.
  private func historyRow(
    of record: ContactRecord, channel: JSON, number: String, consent: JSON, before: JSON?, source: String, date: JSON
  ) -> [JSON] {
    let permission = consent["sms_consent_permission"]
    guard permission == "explicit" || permission == "opt_out" else { return [] }
    let isOptOut = permission == "opt_out"
    let wasOptedOut = before?["sms_consent_permission"] == "opt_out"
    var details: [String: JSON] = [
      "state": isOptOut ? "O" : "E", "source": source == "Contact" ? "C" : "A",
      "consent_type": consent["consent_type"] ?? "promotional_sms", "consent_action_time": date,
      "consent_action_type": isOptOut ? "opt_out" : wasOptedOut ? "re_opt_in" : "confirmed_opt_in",
      "source_sms_number": .string(number),
    ]
    details["advertised_frequency"] = consent["advertised_frequency"]
    details["advertised_interval"] = consent["advertised_interval"]?.string.map {
      .string(String($0.prefix(1).uppercased()))
    }
    return [
      [
        "contact_id": .string(record.id), "sms_channel_id": channel,
        "sms_channel_history_id": .string(generator.uuid()), "insert_time": WireDate.timestamp(now),
        "history_details": .object(details),
      ]
    ]
  }
}

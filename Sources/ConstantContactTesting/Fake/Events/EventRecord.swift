#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An event as the fake stores it.
struct EventRecord: Sendable {
  /// The ID, which is also the campaign's.
  let id: String
  let trackID: String
  /// The campaign activities of the registration page and of the confirmation email.
  let activityIDs: [String]
  let createdAt: Date
  /// The properties of `EventDto` that requests set.
  var members: [String: JSON]
  /// The properties of `TrackDto` that requests set.
  var track: [String: JSON]
  var status: String
  var updatedAt: Date
  /// The dates of `active_time`, `cancelled_time` and `deleted_time`.
  var changes: [String: Date] = [:]
  var registrations: [RegistrationRecord] = []

  var name: String { members["name"]?.string ?? "" }

  func date(_ name: String) -> Date { members[name]?.string.flatMap { WireDate.parse($0) } ?? createdAt }

  /// The status at a time: an active event is complete after its end.
  func status(at now: Date) -> String { status == "ACTIVE" && date("event_end") <= now ? "COMPLETE" : status }

  /// `EventDto`
  func json(at now: Date, includingSettings: Bool) -> JSON {
    var members = members
    members["event_id"] = .string(id)
    members["campaign_id"] = .string(id)
    members["status"] = .string(status(at: now))
    members["create_time"] = WireDate.timestamp(createdAt)
    members["last_update_time"] = WireDate.timestamp(updatedAt)
    members["registration_url"] = .string(registrationURL)
    for (name, date) in changes { members[name] = WireDate.timestamp(date) }
    var track = track
    track["track_id"] = .string(trackID)
    track["campaign_activity_id"] = .string(activityIDs[0])
    track["conf_email_campaign_activity_id"] = .string(activityIDs[1])
    track["create_time"] = WireDate.timestamp(createdAt)
    track["last_update_time"] = WireDate.timestamp(updatedAt)
    members["default_track"] = .object(track)
    if includingSettings {
      let isPaid = registrations.contains { $0.paymentMethod != nil }
      members["event_settings"] = [
        "event_requires_payments": .bool(isPaid), "item_configured": .bool(false),
        "online_payment_configured": .bool(isPaid), "payment_configured": .bool(isPaid),
        "promo_code_configured": .bool(false), "ticket_configured": .bool(!registrations.isEmpty),
      ]
    }
    return .object(members)
  }

  /// `EventListingDto`
  func listing(at now: Date) -> JSON {
    var members: [String: JSON] = [
      "event_id": .string(id), "status": .string(status(at: now)), "registration_url": .string(registrationURL),
      "create_time": WireDate.timestamp(createdAt),
    ]
    for name in ["title", "name", "description", "event_type", "location_type", "address"] {
      members[name] = self.members[name]
    }
    members["start_time"] = self.members["event_start"]
    members["end_time"] = self.members["event_end"]
    members["time_zone_type"] = self.members["time_zone"]
    let counted = registrations.filter { $0.status == "REGISTERED" }
    members["event_registration_summary_metrics"] = [
      "registration_count": .integer(counted.count),
      "ticket_sold": .integer(counted.reduce(0) { $0 + $1.tickets.count }), "item_sold": .integer(0),
    ]
    return .object(members)
  }

  private var registrationURL: String { "https://lp.constantcontactpages.com/ev/reg/\(trackID)" }
}

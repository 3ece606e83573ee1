#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An email campaign as the fake stores it, with its activities.
struct CampaignRecord: Sendable {
  /// The spellings that campaigns use; activities have them in upper case.
  enum Status: String, Sendable {
    case draft = "Draft"
    case scheduled = "Scheduled"
    case executing = "Executing"
    case done = "Done"
    case error = "Error"
  }

  enum Role: String, Sendable {
    case primary = "primary_email"
    case permalink
    case resend
  }

  struct Email: Sendable {
    var fromName: String
    var fromEmail: String
    var replyTo: String
    var subject: String
    var preheader: String?
    var html: String?
    var address: [String: JSON]
  }

  struct Schedule: Sendable {
    let date: Date
    let statusBefore: Status
  }

  struct Test: Sendable {
    /// The contacts that have received each subject, and the contacts that wait for the winner.
    struct Run: Sendable {
      let original: Set<String>
      let alternative: Set<String>
      let remaining: [String]
      let winnerDate: Date
    }

    let alternativeSubject: String
    let size: Int
    let hours: Int
    /// Whether the campaign has been sent. Later sends have one subject.
    var isSent = false
    /// Set while the winner is not known.
    var run: Run?
  }

  struct Resend: Sendable {
    let activityID: String
    let subject: String
    let days: Int?
    let minutes: Int
    /// A number as soon as the campaign is scheduled or sent.
    var requestID: String?
    /// Set when the campaign is sent.
    var dueDate: Date?
    var sends: [Send] = []
  }

  struct Send: Sendable {
    let date: Date
    let count: Int
    let reason: Int
    let listIDs: [String]
    let segmentIDs: [Int]
  }

  let id: String
  /// The order of creation, which is the order of pages.
  let sequence: Int
  var name: String
  let format: Int
  let primaryID: String
  let permalinkID: String
  let permalinkURL: String
  let documentID: String?
  var email: Email
  let createdAt: Date
  var updatedAt: Date
  var status = Status.draft
  var isRemoved = false
  var typeCode: Int
  var listIDs: [String] = []
  var segmentIDs: [Int] = []
  var schedule: Schedule?
  var test: Test?
  var resend: Resend?
  var sends: [Send] = []
  /// The contacts that have received the campaign; a second send skips them.
  var recipients: Set<String> = []

  /// The campaign's ID in the V2 API.
  var legacyID: Int { 1_100_000_000_000 + sequence }

  /// The activities that are sent.
  var sentActivityIDs: [String] { [primaryID] + (resend.map { [$0.activityID] } ?? []) }

  var lastSentAt: Date? {
    (sends + (resend?.sends ?? [])).filter { $0.count > 0 }.map(\.date).max()
  }

  /// The next date at which the passing of time changes the campaign.
  var dueDate: Date? {
    if isRemoved { return nil }
    return [schedule?.date, test?.run?.winnerDate, resend?.sends.isEmpty == true ? resend?.dueDate : nil]
      .compactMap { $0 }.min()
  }
}

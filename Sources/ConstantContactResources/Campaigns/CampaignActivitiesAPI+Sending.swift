public import ConstantContactCore
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension CampaignActivitiesAPI {
  /// Lists the schedules of an email: one, or none when it is not scheduled.
  ///
  /// See [Schedule an email](https://developer.constantcontact.com/api_guide/email_campaign_create_schedule.html).
  ///
  /// - Parameters:
  ///   - id: The email.
  ///   - limit: The maximum number of schedules to deliver; all by default.
  public func schedules(of id: CampaignActivityID, limit: Int? = nil) -> PagedSequence<CampaignSchedule> {
    pipeline.pages(.campaignActivitiesSchedules, .array, path: [id.rawValue], limit: limit)
  }

  /// Schedules an email. An email that was already sent goes only to contacts that have not received it.
  ///
  /// The email must be a draft, sent, or failed, with lists or a segment, and the account needs a postal address. When
  /// the connection is lost before the response arrives, the request is not retried: ``schedules(of:limit:)`` shows the
  /// outcome.
  ///
  /// See [Schedule an email](https://developer.constantcontact.com/api_guide/email_campaign_create_schedule.html).
  ///
  /// - Returns: The schedules after the call.
  /// - Throws: ``ConstantContactError`` with code `invalidInput`, before anything is sent, when the date is not in the future;
  ///   `undecodableElements` when the email was scheduled but a schedule in the response cannot be read.
  @discardableResult
  public func schedule(_ id: CampaignActivityID, at date: Date) async throws -> [CampaignSchedule] {
    try InputCheck(OperationDescriptor.campaignActivitiesSchedule.name).require(
      date > pipeline.configuration.time.now, "scheduled_date",
      "is in the past, and the email would be sent immediately; use `sendNow(_:)` for that")
    let body = try JSONCoding.body(["scheduled_date": Timestamp(date).text])
    let schedules: LenientArray<CampaignSchedule> = try await pipeline.send(
      .json(.campaignActivitiesSchedule, path: [id.rawValue], body: body))
    guard schedules.undecodable.isEmpty else {
      throw ConstantContactError(
        .undecodableElements, "The email was scheduled, but a schedule in the response could not be read.",
        operation: OperationDescriptor.campaignActivitiesSchedule.name, effect: .done,
        cause: UndecodableElements(elements: schedules.undecodable))
    }
    return schedules.elements
  }

  /// Sends an email **immediately to all contacts on its lists or in its segment**. This cannot be undone.
  ///
  /// The same requirements as for ``schedule(_:at:)`` apply. When the connection is lost before the response arrives,
  /// the request is not retried: the error's ``ConstantContactError/effect`` is `uncertain`, and the status returned by
  /// ``get(_:including:)`` shows the outcome.
  ///
  /// See [Schedule an email](https://developer.constantcontact.com/api_guide/email_campaign_create_schedule.html).
  public func sendNow(_ id: CampaignActivityID) async throws {
    let body = try JSONCoding.body(["scheduled_date": "0"])
    try await pipeline.send(.empty(.campaignActivitiesSchedule, path: [id.rawValue], body: body))
  }

  /// Unschedules an email, which returns to its previous status.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` when the email is not scheduled.
  public func unschedule(_ id: CampaignActivityID) async throws {
    try await pipeline.send(.empty(.campaignActivitiesUnschedule, path: [id.rawValue]))
  }

  /// Lists the resends of an email to contacts that did not open it.
  ///
  /// See [Resend to non-openers](https://developer.constantcontact.com/api_guide/email_campaigns_resend_non_openers_post.html).
  ///
  /// - Parameters:
  ///   - id: The email.
  ///   - limit: The maximum number of resends to deliver; all by default.
  public func resends(of id: CampaignActivityID, limit: Int? = nil) -> PagedSequence<NonOpenerResend> {
    pipeline.pages(.campaignActivitiesResends, .array, path: [id.rawValue], limit: limit)
  }

  /// Creates a resend of an email to contacts that did not open it.
  ///
  /// The email must be a draft, scheduled or sent. It has at most one resend.
  ///
  /// See [Resend to non-openers](https://developer.constantcontact.com/api_guide/email_campaigns_resend_non_openers_post.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the email already has a resend or has another status.
  @discardableResult
  public func createResend(
    _ resend: NewNonOpenerResend,
    of id: CampaignActivityID
  ) async throws -> NonOpenerResend {
    try resend.check(OperationDescriptor.campaignActivitiesCreateResend.name)
    return try await pipeline.send(
      .json(.campaignActivitiesCreateResend, path: [id.rawValue], body: JSONCoding.body(resend)))
  }

  /// Deletes a resend. The ID of a draft's resend is ``NonOpenerResendID/draft``.
  ///
  /// See [Resend to non-openers](https://developer.constantcontact.com/api_guide/email_campaigns_resend_non_openers_post.html).
  public func deleteResend(_ resend: NonOpenerResendID, of id: CampaignActivityID) async throws {
    try await pipeline.send(
      .empty(.campaignActivitiesDeleteResend, path: [id.rawValue, resend.rawValue]))
  }

  /// Returns the A/B test of an email.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when the email has no A/B test.
  public func abTest(of id: CampaignActivityID) async throws -> ABTest {
    try await pipeline.send(.json(.campaignActivitiesABTest, path: [id.rawValue]))
  }

  /// Creates an A/B test of two subject lines. The email must be a draft.
  ///
  /// The campaign's type code becomes ``CampaignTypeCode/abTest``.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the email already has an A/B test.
  @discardableResult
  public func createABTest(_ test: NewABTest, of id: CampaignActivityID) async throws -> ABTest {
    try test.check(OperationDescriptor.campaignActivitiesCreateABTest.name)
    return try await pipeline.send(
      .json(.campaignActivitiesCreateABTest, path: [id.rawValue], body: JSONCoding.body(test)))
  }

  /// Deletes the A/B test of a draft. The campaign's type code becomes ``CampaignTypeCode/newsletter``.
  ///
  /// See [Email campaign overview](https://developer.constantcontact.com/api_guide/email_campaigns_overview.html).
  public func deleteABTest(of id: CampaignActivityID) async throws {
    try await pipeline.send(.empty(.campaignActivitiesDeleteABTest, path: [id.rawValue]))
  }
}

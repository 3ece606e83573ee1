public import ConstantContactCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension CampaignActivitiesAPI {
  /// Lists when an email will be sent: one entry, or none when it is not scheduled.
  ///
  /// - Parameters:
  ///   - id: The email.
  ///   - limit: The largest number of entries; all by default.
  public func schedules(of id: CampaignActivityID, limit: Int? = nil) -> PagedSequence<CampaignSchedule> {
    pipeline.pages(.campaignActivitiesSchedules, .array, path: [id.rawValue], limit: limit)
  }

  /// Has a mail sent at a set time. A mail that was sent already goes only to those who have not had it.
  ///
  /// It has to be a draft, a sent mail or one whose sending failed, with lists or a segment, and the account's postal
  /// address has to be known. When the connection breaks before the answer is there, the request is not sent a second
  /// time: ``schedules(of:limit:)`` tells.
  ///
  /// - Returns: When it will be sent.
  @discardableResult
  public func schedule(_ id: CampaignActivityID, at date: Date) async throws -> [CampaignSchedule] {
    let body = try JSONCoding.body(["scheduled_date": Timestamp(date).text])
    return try await pipeline.send(.json(.campaignActivitiesSchedule, path: [id.rawValue], body: body))
  }

  /// Sends a mail **to everybody on its lists or in its segment, at once**. This cannot be undone.
  ///
  /// It has to be in the state that ``schedule(_:at:)`` asks for. When the connection breaks before the answer is
  /// there, the request is not sent a second time: the error's ``ConstantContactError/effect`` is `uncertain`, and the
  /// status that ``get(_:including:)`` finds tells.
  public func sendNow(_ id: CampaignActivityID) async throws {
    let body = try JSONCoding.body(["scheduled_date": "0"])
    try await pipeline.send(.empty(.campaignActivitiesSchedule, path: [id.rawValue], body: body))
  }

  /// Calls off the sending of a scheduled mail, which becomes what it was before.
  ///
  /// - Throws: ``ConstantContactError`` when the mail is not scheduled.
  public func unschedule(_ id: CampaignActivityID) async throws {
    try await pipeline.send(.empty(.campaignActivitiesUnschedule, path: [id.rawValue]))
  }

  /// Lists the resends of an email to contacts who did not open it.
  ///
  /// - Parameters:
  ///   - id: The email.
  ///   - limit: The largest number of resends; all by default.
  public func resends(of id: CampaignActivityID, limit: Int? = nil) -> PagedSequence<NonOpenerResend> {
    pipeline.pages(.campaignActivitiesResends, .array, path: [id.rawValue], limit: limit)
  }

  /// Has a mail sent a second time, to those who did not open it. The mail has to be a draft, scheduled or sent, and
  /// has one resend at most.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the mail has a resend already or is in another state.
  @discardableResult
  public func createResend(
    of id: CampaignActivityID,
    _ resend: NewNonOpenerResend
  ) async throws -> NonOpenerResend {
    try resend.check(OperationDescriptor.campaignActivitiesCreateResend.name)
    return try await pipeline.send(
      .json(.campaignActivitiesCreateResend, path: [id.rawValue], body: JSONCoding.body(resend)))
  }

  /// Calls off a resend. That of a draft is ``NonOpenerResendID/draft``.
  public func deleteResend(_ resend: NonOpenerResendID, of id: CampaignActivityID) async throws {
    try await pipeline.send(
      .empty(.campaignActivitiesDeleteResend, path: [id.rawValue, resend.rawValue]))
  }

  /// Gets the trial of two subjects that a mail has.
  ///
  /// - Throws: ``ConstantContactError`` with code `notFound` when it has none.
  public func abTest(of id: CampaignActivityID) async throws -> ABTest {
    try await pipeline.send(.json(.campaignActivitiesABTest, path: [id.rawValue]))
  }

  /// Adds a trial of two subjects to a mail, which has to be a draft. The campaign's type code becomes
  /// ``CampaignTypeCode/abTest``.
  ///
  /// - Throws: ``ConstantContactError`` with code `conflict` when the mail has one already.
  @discardableResult
  public func createABTest(of id: CampaignActivityID, _ test: NewABTest) async throws -> ABTest {
    try test.check(OperationDescriptor.campaignActivitiesCreateABTest.name)
    return try await pipeline.send(
      .json(.campaignActivitiesCreateABTest, path: [id.rawValue], body: JSONCoding.body(test)))
  }

  /// Takes the trial of two subjects from a draft. The campaign's type code becomes ``CampaignTypeCode/newsletter``.
  public func deleteABTest(of id: CampaignActivityID) async throws {
    try await pipeline.send(.empty(.campaignActivitiesDeleteABTest, path: [id.rawValue]))
  }
}

internal import ConstantContactCore

extension ReportsAPI {
  /// Returns counts and percentages of email campaigns.
  ///
  /// The API accepts 150 campaigns per request; more are requested in sequence.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameter campaigns: The campaigns, any number. An empty array sends no request.
  /// - Throws: ``ConstantContactError`` with code `notFound` when an ID is invalid; the API then returns
  ///   nothing for the others.
  public func emailCampaignStats(of campaigns: [CampaignID]) async throws -> EmailStatsReport {
    try await stats(.reportsEmailCampaignStats, "campaign_ids", campaigns.map(\.rawValue), perRequest: 150)
  }

  /// Returns counts of email campaign activities.
  ///
  /// The API accepts 10 activities per request; more are requested in sequence.
  ///
  /// See [Reporting overview](https://developer.constantcontact.com/api_guide/reporting_overview.html).
  ///
  /// - Parameter activities: The activities, any number. An empty array sends no request. Unknown activities appear in
  ///   ``EmailStatsReport/errors``.
  /// - Throws: ``ConstantContactError`` with code `notFound` when an ID is malformed; the API then returns
  ///   nothing for the others.
  public func emailCampaignActivityStats(of activities: [CampaignActivityID]) async throws -> EmailStatsReport {
    try await stats(
      .reportsEmailCampaignActivityStats, "campaign_activity_ids", activities.map(\.rawValue), perRequest: 10)
  }

  private func stats(
    _ descriptor: OperationDescriptor, _ name: String, _ ids: [String], perRequest size: Int
  ) async throws -> EmailStatsReport {
    try InputCheck(descriptor.name).require(
      ids.allSatisfy { !$0.isEmpty && !$0.contains(",") }, name, "has an element that is empty or contains a comma")
    var report = EmailStatsReport()
    for start in stride(from: 0, to: ids.count, by: size) {
      let batch = ids[start..<min(start + size, ids.count)]
      report.append(try await pipeline.send(.json(descriptor, path: [batch.joined(separator: ",")])))
    }
    return report
  }
}

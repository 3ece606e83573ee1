internal import ConstantContactCore

extension ReportsAPI {
  /// Counts and percentages of e-mail campaigns.
  ///
  /// The service takes 150 campaigns at a time: for more, several requests are made, one after the other.
  ///
  /// - Parameter campaigns: The campaigns, any number. None makes no request.
  /// - Throws: ``ConstantContactError`` with code `notFound` when one of the ids is invalid: the service then answers for none.
  public func emailCampaignStats(_ campaigns: [CampaignID]) async throws -> EmailStatsReport {
    try await stats(.reportsEmailCampaignStats, campaigns.map(\.rawValue), atATime: 150)
  }

  /// Counts of e-mail campaigns' activities.
  ///
  /// The service takes 10 activities at a time: for more, several requests are made, one after the other.
  ///
  /// - Parameter activities: The activities, any number. None makes no request. Those the service does not know are among the
  ///   report's errors.
  /// - Throws: ``ConstantContactError`` with code `notFound` when one of the ids is malformed: the service then answers for
  ///   none.
  public func emailCampaignActivityStats(_ activities: [CampaignActivityID]) async throws -> EmailStatsReport {
    try await stats(.reportsEmailCampaignActivityStats, activities.map(\.rawValue), atATime: 10)
  }

  private func stats(
    _ descriptor: OperationDescriptor, _ ids: [String], atATime size: Int
  ) async throws -> EmailStatsReport {
    try InputCheck(descriptor.name).require(
      ids.allSatisfy { !$0.isEmpty && !$0.contains(",") }, "ids", "has an element that is empty or contains a comma")
    var report = EmailStatsReport()
    for start in stride(from: 0, to: ids.count, by: size) {
      let some = ids[start..<min(start + size, ids.count)]
      report.append(try await pipeline.send(.json(descriptor, path: [some.joined(separator: ",")])))
    }
    return report
  }
}

internal import ConstantContactCore

extension ReportsAPI {
  /// Gets counts and percentages of email campaigns.
  ///
  /// The API takes 150 campaigns at a time: for more, several requests are made, one after the other.
  ///
  /// - Parameter campaigns: The campaigns, any number. An empty array makes no request.
  /// - Throws: ``ConstantContactError`` with code `notFound` when one of the IDs is invalid: the API then returns nothing for the others.
  public func emailCampaignStats(_ campaigns: [CampaignID]) async throws -> EmailStatsReport {
    try await stats(.reportsEmailCampaignStats, campaigns.map(\.rawValue), atATime: 150)
  }

  /// Gets counts of email campaign activities.
  ///
  /// The API takes 10 activities at a time: for more, several requests are made, one after the other.
  ///
  /// - Parameter activities: The activities, any number. An empty array makes no request. Unknown activities are among the errors of the
  ///   report.
  /// - Throws: ``ConstantContactError`` with code `notFound` when one of the IDs is malformed: the API then returns nothing for the others.
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

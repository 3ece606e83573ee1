internal import ConstantContactCore
internal import ConstantContactTransport

/// The leads of one push that are in progress.
///
/// Deallocating it lets them finish, and cancels those that take longer than a call may.
/// ``ContactPusher/Options/unreadReport`` receives their reports.
final class LeadsInProgress: Sendable {
  private let pusher: ContactPusher
  private let inbox = ReportInbox()

  init(_ pusher: ContactPusher) { self.pusher = pusher }

  deinit {
    // The caller's deadline may be extreme.
    let limit = min(pusher.client.mergedDeadline, .seconds(3_600))
    inbox.close(pusher.options.unreadReport, limit: limit, time: pusher.client.configuration.time)
  }

  /// The number of leads whose reports have not been returned.
  var count: Int { inbox.count }

  func start(_ lead: PreparedLead, isKnownMissing: Bool, isDryRun: Bool) {
    let pusher = pusher
    inbox.start(lead.position) {
      // The only error is a cancellation, which has no report.
      try? await pusher.push(lead, isKnownMissing: isKnownMissing, isDryRun: isDryRun)
    }
  }

  /// Returns the report of the lead that is done next.
  ///
  /// - Throws: `CancellationError` when the caller was cancelled, which cancels the leads in progress.
  func next() async throws -> DeliveryReport {
    await withTaskCancellationHandler {
      await withCheckedContinuation { inbox.wait($0) }
    } onCancel: {
      inbox.cancel()
    }
    guard let report = inbox.take() else { throw CancellationError() }
    return report
  }
}

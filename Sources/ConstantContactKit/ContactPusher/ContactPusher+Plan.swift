internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension ContactPusher {
  /// Lists the possible ways to push leads, with the cost of each. Nothing is written.
  ///
  /// It resolves the lists and, when leads have values for them, the custom fields, which the push then need not do, and counts the
  /// account's contacts: at most a few requests.
  ///
  /// - Throws: ``ConstantContactError``, with code `unknownName` when a list does not exist; `CancellationError`.
  public func plan(_ leads: some Sequence<Lead>) async throws -> PushPlan {
    var queue = LeadQueue(leads.makeIterator(), options: options)
    let ready = queue.takeAll()
    return try await plan(ready, of: queue.position)
  }

  func plan(_ ready: [PreparedLead], of leads: Int) async throws -> PushPlan {
    let lists = try await directory.resolvedLists()
    let hasCustomFields = ready.contains { !$0.customFields.isEmpty }
    if hasCustomFields { try await directory.loadFieldsOnce() }
    let needsCount = !ready.isEmpty && options.existingContact == .skip
    // No account has more, and sums stay small.
    let total = needsCount ? try await client.contactCount().map { min($0, 1_000_000_000) } : nil
    let limit = client.configuration.rateLimit
    let quota: RateLimit.DailyQuota
    if let loaded = try? await limit.loadDailyQuota() { quota = loaded } else { quota = await limit.dailyQuota }
    let input = try await costInput(ready, total, hasCustomFields: hasCustomFields)
    let timing = PushTiming(
      perSecond: limit.requestsPerSecond, perDay: limit.requestsPerDay, remaining: quota.remaining,
      untilNextDay: quota.resumesAt.timeIntervalSince(client.configuration.time.now))
    let options = PushWay.allCases.map { way in
      var obstacles = obstacles(to: way, lists: lists)
      let needsTotal = way.snapshot == .pages || way.importsContacts
      if needsCount, needsTotal, total == nil { obstacles.append(.unknownAccountSize) }
      return PushPlan.Option(PushCost(way: way, input: input), timing, obstacles: obstacles)
    }
    return PushPlan(
      leads: leads, ready: ready.count, accountContacts: total, remainingQuota: quota.remaining, options: options)
  }

  private func costInput(
    _ ready: [PreparedLead], _ total: Int?, hasCustomFields: Bool
  ) async throws -> PushCost.Input {
    var input = PushCost.Input()
    input.ready = ready.count
    input.pages = ((total ?? 0) + PushCost.pageSize - 1) / PushCost.pageSize
    input.perExisting = options.existingContact == .skip ? 1 : 3
    input.chunkRows = importRows
    var chunk = LeadImport(by: self)
    var unknownNames: Set<String> = []
    for lead in ready {
      let size = try await LeadImport.estimatedSize(of: lead, by: self, unknownNames: &unknownNames)
      guard let size else {
        input.notImportable += 1
        continue
      }
      if chunk.isEmpty { input.chunks += 1 }
      if !chunk.reserve(size) {
        input.chunks += 1
        chunk = chunk.next
        _ = chunk.reserve(size)
      }
    }
    if options.createsCustomFields { input.creatingFields += 3 * unknownNames.count }
    if hasCustomFields {
      if options.createsCustomFieldChoices { input.creatingFields += 4 * ready.count }
      // Names and choices that do not exist are looked up again every few minutes.
      let seconds = 2 * ready.count / client.configuration.rateLimit.requestsPerSecond
      input.creatingFields += seconds / Int(AccountDirectory.missingLifetime.components.seconds)
    }
    input.refresh = 2 * options.lists.count + 2 + (hasCustomFields ? 1 : 0)
    let retry = client.mergedRetry
    input.attempts = max(1, min(retry.maximumAttempts, 1_000)) + 1
    let deadline = min(max(client.mergedDeadline, .zero), .seconds(366 * 86_400))
    let waits = retry.activityDelay.map { Int(deadline / max($0, .seconds(1))) + 1 } ?? 0
    input.activityAttempts = input.attempts + waits
    input.polls = ActivityPolling().mostRequests
    return input
  }

  /// What rules a way out, as far as the options tell.
  func obstacles(to way: PushWay, lists: [ListID]) -> [PushPlan.Obstacle] {
    var obstacles: [PushPlan.Obstacle] = []
    if way.snapshot != nil, options.existingContact != .skip { obstacles.append(.existingContactsAreUpdated) }
    guard way.importsContacts else { return obstacles }
    if options.strategy == .careful { obstacles.append(.strategyIsCareful) }
    if lists.isEmpty { obstacles.append(.noList) }
    if lists.count > BulkActivityLimits.lists { obstacles.append(.tooManyLists) }
    if options.permission.value != .implicit { obstacles.append(.permission) }
    if options.createSource != .account { obstacles.append(.createSource) }
    return obstacles
  }

  /// Returns the error for a way that the options rule out. A dry run may use the snapshot of any way.
  func obstacle(to way: PushWay, isDryRun: Bool) async throws -> ConstantContactError? {
    let obstacles = isDryRun ? [] : obstacles(to: way, lists: try await directory.resolvedLists())
    guard !obstacles.isEmpty else { return nil }
    return ConstantContactError(
      .invalidInput,
      "the way \"\(way)\" is not available: \(obstacles.map(\.description).joined(separator: "; "))",
      operation: OperationDescriptor.contactsCreate.name)
  }

  /// Reads the snapshot that a way needs.
  ///
  /// Before an import, an incomplete export is replaced by pages: it may lack contacts that must not be written to.
  func snapshot(_ source: AccountSnapshot.Source, for way: PushWay) async throws -> AccountSnapshot {
    let report = options.progress.map { progress in
      { @Sendable (work: WorkProgress) in progress(PushProgress(.snapshot, work)) }
    }
    let snapshot = try await client.snapshot(source, onProgress: report)
    guard way.importsContacts, source == .export, !snapshot.isComplete else { return snapshot }
    return try await client.snapshot(.pages, onProgress: report)
  }
}

extension PushPlan.Option {
  init(_ cost: PushCost, _ timing: PushTiming, obstacles: [PushPlan.Obstacle]) {
    way = cost.way
    self.cost = cost
    self.obstacles = obstacles
    requests = cost.range
    maximumRequests = max(cost.maximum, cost.range.upperBound)
    duration = timing.duration(of: requests.lowerBound)...timing.duration(of: requests.upperBound)
    quotaShare = timing.share(of: requests.upperBound)
    var tradeoffs: [PushPlan.Tradeoff] = []
    switch way.snapshot {
    case nil: break
    case .pages: tradeoffs.append(.statesOfSnapshot)
    case .export: tradeoffs += [.unknownStates, .waitsForActivities]
    }
    if way.importsContacts {
      if way.snapshot == .pages { tradeoffs.append(.waitsForActivities) }
      tradeoffs += [.updatesNewcomers, .lateReports]
    }
    self.tradeoffs = tradeoffs
  }
}

internal import ConstantContactResources

/// The requests of one way to push some leads.
struct PushCost: Sendable, Hashable {
  /// What the cost depends on.
  struct Input: Sendable, Hashable {
    /// The leads that need requests.
    var ready = 0
    /// Those of them that an import cannot hold.
    var notImportable = 0
    /// The imports that hold all others.
    var chunks = 0
    /// The contacts in an import, at most.
    var chunkRows = BulkActivityLimits.importedContacts
    /// The pages of the account's contacts.
    var pages = 0
    /// The most requests for an existing contact, its search included.
    var perExisting = 1
    /// The most requests for custom fields and choices that may have to be created.
    var creatingFields = 0
    /// The requests that look up lists and custom fields again after a rejected request.
    var refresh = 0
    /// The attempts of a call, at most, with the replay after a refreshed token.
    var attempts = 6
    /// The attempts that start an activity, at most.
    var activityAttempts = 6
    /// The polls of an activity, at most.
    var polls = 0
  }

  static let pageSize = 500
  /// The requests of a snapshot by exports: the count, then a start, a poll and a download for each of two.
  static let exportRequests = 7

  let way: PushWay
  let input: Input

  /// The requests when nothing fails.
  func requests(missing: Int) -> ClosedRange<Int> {
    let missing = min(max(0, missing), input.ready)
    guard way.importsContacts else {
      let existing = input.ready - missing
      let least = snapshot + (way == .oneByOne ? input.ready : 0) + missing
      let extra = way == .oneByOne ? existing * (input.perExisting - 1) : 0
      return least...(least + extra + (input.ready == 0 ? 0 : input.creatingFields))
    }
    // Which of the missing contacts an import cannot hold is not known before the snapshot.
    let importable = input.ready - input.notImportable
    let imported = max(0, missing - input.notImportable)...min(missing, importable)
    let (most, least) = (missing - imported.lowerBound, missing - imported.upperBound)
    let low = snapshot + least + leastImport(imported.lowerBound)
    let high = snapshot + most + mostImport(imported.upperBound, beside: most)
    return low...(high + (input.ready == 0 ? 0 : input.creatingFields))
  }

  /// The requests from no missing contact to all.
  var range: ClosedRange<Int> {
    let (none, all) = (requests(missing: 0), requests(missing: input.ready))
    return min(none.lowerBound, all.lowerBound)...max(none.upperBound, all.upperBound)
  }

  /// The most requests.
  var maximum: Int {
    guard input.ready > 0 else { return 0 }
    let attempts = input.attempts
    // Search, then at most an attempt more than the policy allows of creation, lookup and reading of the holder.
    let perLead = attempts * (2 + input.perExisting + 3 * attempts) + attempts * input.refresh
    var total = attempts * (input.creatingFields + input.refresh)
    switch way.snapshot {
    case nil: break
    case .pages: total += attempts * input.pages
    case .export: total += attempts + 2 * (input.activityAttempts + attempts * (input.polls + 1))
    }
    guard way.importsContacts else { return total + input.ready * perLead }
    // An incomplete export is replaced by pages, an incomplete snapshot rules the import out.
    if way.snapshot == .export { total += attempts * input.pages }
    let imports =
      input.chunks * (input.activityAttempts + attempts * input.polls)
      + attempts * (pageCount(input.ready) + input.chunks)
    return total + imports + input.ready * perLead
  }

  private var snapshot: Int {
    guard input.ready > 0 else { return 0 }
    return switch way.snapshot {
    case nil: 0
    case .pages: max(1, input.pages)
    case .export: Self.exportRequests
    }
  }

  /// A start, a poll, and the pages of the contacts that were changed.
  private func leastImport(_ rows: Int) -> Int {
    rows == 0 ? 0 : 2 * max(1, chunkCount(rows)) + pageCount(rows)
  }

  private func mostImport(_ rows: Int, beside created: Int) -> Int {
    guard rows > 0 else { return 0 }
    let chunks = min(input.chunks, rows)
    return 2 * chunks + pageCount(rows) + (chunks - 1) + (created > 0 ? chunks * pageCount(created) : 0)
  }

  private func chunkCount(_ rows: Int) -> Int { (rows + max(1, input.chunkRows) - 1) / max(1, input.chunkRows) }

  private func pageCount(_ rows: Int) -> Int { (rows + Self.pageSize - 1) / Self.pageSize }
}

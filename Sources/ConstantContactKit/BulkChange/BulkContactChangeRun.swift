internal import ConstantContactCore
internal import ConstantContactResources

/// Carries out a change, step by step, many chunks at a time.
struct BulkContactChangeRun {
  /// The activities that wait or run at once: a tenth of what an account may have.
  private static let window = 100

  private var change: BulkContactChange
  private let client: ConstantContact
  private let polling: ActivityPolling
  private let onChange: BulkContactChanges.Handler?
  /// The failure that ended the run.
  private var stop: ConstantContactError?

  init(
    _ change: BulkContactChange, client: ConstantContact, polling: ActivityPolling,
    onChange: BulkContactChanges.Handler?
  ) {
    (self.change, self.client, self.polling, self.onChange) = (change, client, polling, onChange)
  }

  mutating func run() async throws -> BulkContactChange {
    for step in change.steps.indices {
      let open = change.chunks.indices.filter { index in
        let outcomes = change.chunks[index].outcomes
        return outcomes.indices.contains(step) && outcomes[..<step].allSatisfy(\.isCompleted)
          && !outcomes[step].isCompleted
      }
      for start in stride(from: 0, to: open.count, by: Self.window) {
        let chunks = open[start..<min(start + Self.window, open.count)]
        for index in chunks where stop == nil { try await send(step, index) }
        var isFirst = true
        for index in chunks {
          guard case .started(let id) = change.chunks[index].outcomes[step] else { continue }
          try await finish(step, index, id, isFirst: isFirst)
          isFirst = false
        }
        if stop != nil { return change }
      }
    }
    return change
  }

  private mutating func send(_ step: Int, _ index: Int) async throws {
    if case .started = change.chunks[index].outcomes[step] { return }
    do {
      guard let target = try await target(step, index) else {
        // No contact has the tags, so none is removed.
        return await set(.completed("", refused: 0), step, index)
      }
      let activity = try await start(change.steps[step], target)
      await set(.started(activity.id), step, index)
    } catch let error as CancellationError {
      throw error
    } catch {
      await fail(.wrapping(error), step, index)
    }
  }

  /// The contacts of a step. After an incomplete tagging, only those that have the tags are removed from lists.
  private mutating func target(_ step: Int, _ index: Int) async throws -> BulkContactChange.Target? {
    let target = change.chunks[index].target
    guard step > 0, case .removeFromLists(let lists) = change.steps[step],
      case .addTags(let tags) = change.steps[step - 1], case .contacts(let ids) = target,
      case .completed(_, let refused) = change.chunks[index].outcomes[step - 1], refused != 0
    else { return target }
    var tagged = Set(ids)
    for tag in tags {
      var filter = ContactFilter(statuses: [.all], lists: lists.count <= 25 ? Set(lists) : [])
      filter.tags = [tag]
      tagged.formIntersection(try await client.contacts.list(filter).collect().map(\.id))
    }
    change.chunks[index].leftOut = ids.filter { !tagged.contains($0) }
    return tagged.isEmpty ? nil : .contacts(ids.filter(tagged.contains))
  }

  private func start(_ step: BulkContactChange.Step, _ target: BulkContactChange.Target) async throws -> BulkActivity {
    switch (step, target) {
    case (.addTags(let tags), .contacts(let ids)): try await client.activities.addTags(tags, to: .contacts(ids))
    case (.addTags(let tags), .allActive): try await client.activities.addTags(tags, to: .allActive)
    case (.removeTags(let tags), .contacts(let ids)):
      try await client.activities.removeTags(tags, from: .contacts(ids))
    case (.removeTags(let tags), .allActive): try await client.activities.removeTags(tags, from: .allActive)
    case (.removeFromLists(let lists), .contacts(let ids)):
      try await client.activities.removeContacts(.contacts(ids), from: lists)
    case (.removeFromLists(let lists), .allActive):
      try await client.activities.removeContacts(.allActive, from: lists)
    }
  }

  private mutating func finish(_ step: Int, _ index: Int, _ id: BulkActivityID, isFirst: Bool) async throws {
    do {
      // The first activity has just been started; by its end the others have had as much time.
      let just = BulkActivity { $0.id = id }
      let ended =
        isFirst
        ? try await client.activities.wait(for: just, polling: polling)
        : try await client.activities.wait(for: id, polling: polling)
      await set(.completed(id, refused: ended.refused), step, index)
    } catch let error as CancellationError {
      throw error
    } catch let error as ConstantContactError where error.code == .activityFailed || error.code == .notFound {
      await fail(error, step, index)
    } catch {
      // The activity goes on, and so does the wait when the change is resumed.
      if Self.isShared(.wrapping(error)) { stop = .wrapping(error) }
    }
  }

  private mutating func fail(_ error: ConstantContactError, _ step: Int, _ index: Int) async {
    if Self.isShared(error) { stop = error }
    await set(.failed(error.message), step, index)
  }

  private mutating func set(_ outcome: BulkContactChange.Outcome, _ step: Int, _ index: Int) async {
    change.chunks[index].outcomes[step] = outcome
    await onChange?(change)
  }

  private static func isShared(_ error: ConstantContactError) -> Bool {
    error.isAuthorizationFailure || error.code == .quotaExceeded || error.code == .tooManyActivities
  }
}

extension BulkActivity {
  /// The number of items that were not changed; `nil` when the activity does not tell.
  fileprivate var refused: Int? {
    guard let total = counts?.total, let completed = counts?.completed else { return nil }
    let rest = max(0, total.subtractingReportingOverflow(completed).partialValue)
    // An error without a number is at least one.
    return rest == 0 && errors?.isEmpty == false ? nil : rest
  }
}

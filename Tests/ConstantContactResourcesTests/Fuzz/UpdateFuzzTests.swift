import ConstantContactKit
import Foundation
import Testing

/// Every value that an update reads, mutated: the write keeps what was read, or nothing is written.
@Suite(.serialized) struct UpdateFuzzTests {
  /// An update, with the members of its request that it changes itself.
  struct Update: Sendable, CustomTestStringConvertible {
    let read: OperationDescriptor
    let write: OperationDescriptor
    let changed: Set<String>
    /// Whether the API keeps what the request leaves out, at the top level.
    var keepsTheRest = false
    /// Whether the request has everything that was read, what the library does not know included.
    var keepsEverything = false
    let call: @Sendable (ConstantContact) async throws -> Void

    var testDescription: String { write.name }
  }

  static let updates: [Update] = [
    Update(read: .contactsGet, write: .contactsReplace, changed: ["job_title"]) {
      try await $0.contacts.update("1", reviving: .reviving) { $0.jobTitle = "Chief" }
    },
    Update(read: .contactsGet, write: .contactsReplace, changed: ["list_memberships"]) {
      try await $0.contacts.update("1", reviving: .reviving) { $0.listMemberships.append("l") }
    },
    Update(read: .contactsGet, write: .contactsReplace, changed: ["taggings"]) {
      try await $0.contacts.update("1", reviving: .reviving) { $0.taggings.append("t") }
    },
    Update(read: .listsGet, write: .listsReplace, changed: ["description"]) {
      try await $0.lists.update("1") { $0.description = "Changed" }
    },
    Update(read: .customFieldsGet, write: .customFieldsReplace, changed: ["label"]) {
      try await $0.customFields.update("1") { $0.label = "Changed" }
    },
    Update(read: .tagsGet, write: .tagsRename, changed: ["name"]) {
      try await $0.tags.update("1") { $0.name = "Changed" }
    },
    Update(read: .segmentsGet, write: .segmentsReplace, changed: ["name"]) {
      try await $0.segments.update("1") { $0.name = "Changed" }
    },
    Update(read: .automationsGet, write: .automationsReplace, changed: ["description"], keepsEverything: true) {
      try await $0.automations.update("1") { $0.description = "Changed" }
    },
    Update(
      read: .campaignActivitiesGet, write: .campaignActivitiesReplace,
      // The API keeps the parts that a request leaves out.
      changed: ["subject", "html_content", "physical_address_in_footer", "document_properties"]
    ) {
      try await $0.campaignActivities.update("1") { $0.subject = "Changed" }
    },
    Update(read: .accountPhysicalAddress, write: .accountReplacePhysicalAddress, changed: ["address_line1"]) {
      try await $0.account.updatePhysicalAddress { $0.line1 = "Changed" }
    },
    Update(read: .accountSummary, write: .accountUpdateSummary, changed: ["website"], keepsTheRest: true) {
      try await $0.account.updateSummary { $0.website = "https://changed.example.com" }
    },
  ]

  @Test(arguments: updates)
  func updateLosesNothingThatItRead(update: Update) async throws {
    let sample = WireJSON(try #require(Walk.fixture(update.read.name).flatMap(Walk.sample)))
    // Deleted choices are not written, and would leave nothing to compare with.
    let control = try #require(try await Self.body(of: update, reading: sample.removing("deleted_at")))
    var failures: [String] = []
    var written = 0
    let mutations = FuzzPlan.sample(of: WireMutation.all(of: sample), share: Self.updates.count)
    for mutation in mutations where !mutation.repeatsACustomField {
      let wire = mutation.applied(to: sample)
      do {
        guard let body = try await Self.body(of: update, reading: wire) else { continue }
        written += 1
        let losses = Self.losses(of: wire, control, in: body, update)
        if !losses.isEmpty { failures.append("\(mutation.name): \(losses.prefix(3))") }
      } catch let error as ConstantContactError {
        let codes: [ConstantContactError.Code] = [.unreadableResponse, .invalidInput, .consentRequired]
        if !codes.contains(error.code) { failures.append("\(mutation.name): \(error.code)") }
      }
    }
    #expect(written > 0)
    #expect(failures.isEmpty, "\(failures.count) of \(mutations.count): \(failures.prefix(8))")
  }

  /// The body that an update writes; `nil` when it writes nothing.
  private static func body(of update: Update, reading wire: WireJSON) async throws -> RawJSON? {
    let transport = RecordingRequests(FixtureTransport(bodies: [update.read.name: wire.data]))
    try await update.call(Walk.client(transport))
    guard let body = transport.body(of: update.write.name) else { return nil }
    let json: RawJSON = try JSONCoding.decode(body)
    return json["automation_flow"] ?? json
  }

  /// The members that the request to write should have as they were read, but has not.
  private static func losses(of wire: WireJSON, _ control: RawJSON, in body: RawJSON, _ update: Update) -> [String] {
    guard case .object(let members) = control else { return ["no object"] }
    if update.keepsEverything, case .object(let all) = wire {
      return all.filter { !update.changed.contains($0.name) }
        .flatMap { LossOracle.difference($0.value, body[$0.name], at: $0.name) }
    }
    return members.keys.filter { !update.changed.union(["update_source"]).contains($0) }.flatMap { name -> [String] in
      let sent = body[name]
      guard let read = wire[name], !read.isBlank else {
        // Not read: the request may leave it out, but must not set it.
        return sent.map { WireJSON($0).isBlank } ?? true || ["update_source", "name_explicitly_set"].contains(name)
          ? [] : ["\(name) was not read, but sent"]
      }
      if update.keepsTheRest && sent == nil { return [] }
      // The API has no half birthdays; an address without text is no address.
      if name.hasPrefix("birthday_"), wire["birthday_day"]?.isBlank ?? true || wire["birthday_month"]?.isBlank ?? true {
        return []
      }
      var expected = shaped(read, like: members[name])
      if name == "street_addresses", case .array(let addresses) = expected {
        expected = .array(addresses.map(withKind))
      }
      return LossOracle.difference(expected, sent, at: name)
    }
  }

  /// A request needs the kind of an address: by decision it is `other` when the response had none.
  private static func withKind(_ address: WireJSON) -> WireJSON {
    guard case .object(let members) = address, address["kind"] == nil else { return address }
    return .object(members + [("kind", .string("other"))])
  }

  /// One object with the members of all elements, which need not have the same ones.
  private static func union(of elements: [RawJSON]) -> RawJSON? {
    let objects = elements.compactMap { element in if case .object(let members) = element { members } else { nil } }
    return objects.isEmpty ? elements.first : .object(objects.reduce(into: [:]) { $0.merge($1) { first, _ in first } })
  }

  /// The part of a value that requests have: the members that the control has, without blank ones.
  private static func shaped(_ wire: WireJSON, like control: RawJSON?) -> WireJSON {
    switch (wire, control) {
    case (.object(let members), .object(let others)):
      .object(
        members.compactMap { member in
          guard let other = others[member.name], !member.value.isBlank else { return nil }
          return (member.name, shaped(member.value, like: other))
        })
    case (.array(let elements), .array(let others)):
      // Deleted choices are not written.
      .array(elements.filter { $0["deleted_at"]?.isBlank ?? true }.map { shaped($0, like: union(of: others)) })
    default: wire
    }
  }
}

/// Keeps the body of the last request of each operation.
private final class RecordingRequests: HTTPTransport {
  private let base: FixtureTransport
  private let bodies = Locked<[String: Data]>([:])

  init(_ base: FixtureTransport) { self.base = base }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let body = try request.body?.data()
    bodies.withLock { $0[request.operation] = body }
    return try await base.send(request)
  }

  func body(of operation: String) -> Data? { bodies.withLock { $0[operation] } }
}

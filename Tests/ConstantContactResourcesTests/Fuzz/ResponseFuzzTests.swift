import ConstantContactKit
import Foundation
import Testing

/// Every value of every stored response, mutated: the result says all that the response said, or the call fails with the right error.
@Suite struct ResponseFuzzTests {
  @Test func planHasTheRequestedSize() {
    let count = FuzzPlan.items.map(\.mutations.count).reduce(0, +)
    #expect(count > FuzzPlan.size * 9 / 10, "\(count) mutations")
    #expect(FuzzPlan.items.count > 100)
  }

  @Test(arguments: FuzzPlan.items)
  func mutatedResponseIsReadWithoutLossOrRefused(item: FuzzPlan.Item) async throws {
    var failures: [String] = []
    for mutation in item.mutations where !mutation.repeatsACustomField {
      let wire = mutation.applied(to: item.sample)
      let client = Walk.client(FixtureTransport(bodies: [item.step.operation.name: wire.data]))
      let outcome: Result<any Sendable, any Error>
      do {
        outcome = .success(try await item.step.call(client))
      } catch {
        outcome = .failure(error)
      }
      if let problem = Self.problem(of: item.step.operation, mutation, wire, outcome) {
        failures.append("\(mutation.name): \(problem)")
      }
    }
    #expect(
      failures.isEmpty, "\(failures.count) of \(item.mutations.count): \(failures.prefix(8).joined(separator: "; "))")
  }

  /// A model that decodes and encodes by synthesis breaks the rules in most places.
  @Test func plainCodableModelFailsTheFuzzer() throws {
    let item = try #require(FuzzPlan.items.first { $0.step.operation == .contactsGet })
    let failures = item.mutations.filter { mutation in
      let wire = mutation.applied(to: item.sample)
      let outcome = Result<any Sendable, any Error> {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try PlainResult(decoder.decode(PlainContact.self, from: wire.data))
      }
      return Self.problem(of: item.step.operation, mutation, wire, outcome) != nil
    }
    #expect(failures.count > item.mutations.count / 2, "\(failures.count) of \(item.mutations.count)")
  }

  /// What is wrong with the outcome of a call; `nil` when nothing is.
  static func problem(
    of operation: OperationDescriptor, _ mutation: WireMutation, _ wire: WireJSON,
    _ outcome: Result<any Sendable, any Error>
  ) -> String? {
    switch outcome {
    case .success(let result):
      let isAmbiguous = [.duplicate, .duplicateNull].contains(mutation.kind) && mutation.endsInAMember
      if isAmbiguous { return "one of two members of the same name was dropped" }
      let losses = LossOracle.losses(of: wire, in: result)
      return losses.isEmpty ? nil : losses.prefix(3).joined(separator: ", ")
    case .failure(let error as ConstantContactError):
      if !isJustified(error, mutation) { return "refused: \(error.message)" }
      let isRead = operation.method == .get
      if (error.effect == .none) != isRead { return "the effect of the error is \(error.effect)" }
      return error.status != nil || error.code != .unreadableResponse || !isRead || mutation.isAboutPaging
        ? nil : "the error has no status"
    case .failure(let error):
      return operation == .partnerProxy ? nil : "\(error)"
    }
  }

  /// Whether a response may be refused for a mutation: one bad value deep inside must not cost all the others.
  private static func isJustified(_ error: ConstantContactError, _ mutation: WireMutation) -> Bool {
    switch error.code {
    case .undecodableElements: true
    case .repeatedCursor: mutation.isAboutPaging
    case .unreadableResponse, .stillProcessing:
      mutation.path.count <= 1 || mutation.kind.mayRefuseTheResponse || mutation.isAboutPaging
        || ["aggregate_percents", "failed_registration_ids"].contains(mutation.topMember)
    default: false
    }
  }
}

extension WireMutation {
  /// Whether a contact gets two values for one custom field. By decision the last one counts.
  var repeatsACustomField: Bool {
    guard [.duplicate, .duplicateNull, .twice].contains(kind), case .element? = path.last else { return false }
    return path.dropLast().last == .member("custom_fields")
  }

  var endsInAMember: Bool { if case .member? = path.last { true } else { false } }

  /// Whether the place says which page this is and where the next one is.
  var isAboutPaging: Bool {
    ["_links", "page", "next_cursor", "prev_cursor", "contacts_count", "lists_count", "total_records", "status"]
      .contains(
        topMember)
  }
}

/// The control: properties of the documented types, optional, decoded by synthesis.
private struct PlainContact: Codable {
  struct Email: Codable {
    var address: String?
    var permissionToSend: String?
    var createdAt: String?
    var optInDate: String?
  }

  struct Phone: Codable {
    var phoneNumberId: String?
    var phoneNumber: String?
    var kind: String?
  }

  var contactId: String?
  var emailAddress: Email?
  var firstName: String?
  var lastName: String?
  var jobTitle: String?
  var birthdayMonth: Int?
  var birthdayDay: Int?
  var createSource: String?
  var createdAt: String?
  var phoneNumbers: [Phone]?
  var listMemberships: [String]?
}

private struct PlainResult: ProxiedBody {
  let json: RawJSON?

  init(_ contact: PlainContact) throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    json = try JSONDecoder().decode(RawJSON.self, from: encoder.encode(contact))
  }
}

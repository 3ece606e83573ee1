import ConstantContactKit
import Foundation
import Testing

/// Every model of every response: decoded, encoded and decoded again.
@Suite struct RoundTripTests {
  @Test(arguments: Walk.all)
  func modelsSurviveARoundTrip(step: Walk.Step) async throws {
    for body in try bodies(for: step) {
      guard let result = try? await step.call(Walk.client(FixtureTransport(bodies: [step.operation.name: body])))
      else { continue }
      for model in Models.of(result) { try Self.expectRoundTrip(model) }
    }
  }

  @Test func walkReachesTheModels() async throws {
    var types: Set<String> = []
    for step in Walk.all {
      let result = try await step.call(Walk.client(FixtureTransport()))
      for model in Models.of(result) { types.insert("\(type(of: model))") }
    }
    #expect(types.count > 30, "\(types.sorted())")
  }

  @Test func unknownAndUnreadableFieldsSurviveARoundTrip() throws {
    let json =
      #"{"contact_id":"1","first_name":7,"birthday_month":"May","phone_numbers":[{"kind":"work"},5],"shoe_size":44}"#
    let contact = try JSONDecoder().decode(Contact.self, from: Data(json.utf8))
    #expect(contact.firstName == "7")
    #expect(contact.unreadableFields == ["birthday_month", "phone_numbers"])
    #expect(contact.additionalFields.unknown == ["shoe_size": .integer(44)])
    try Self.expectRoundTrip(contact)
    #expect(contact.debugDump.contains("shoe_size"))
    #expect(!"\(contact)".contains("44"))
  }

  @Test func modelsAreConstructible() throws {
    let contact = Contact {
      $0.id = "1"
      $0.firstName = "Ann"
      $0.listMemberships = ["2"]
    }
    #expect(contact.firstName == "Ann")
    #expect(contact.state == .notSet)
    try Self.expectRoundTrip(contact)
  }

  /// The fixture as it is, with an unknown field in every object, and mutated in each place.
  private func bodies(for step: Walk.Step) throws -> [Data] {
    guard let sample = Walk.fixture(step.operation.name).flatMap(Walk.sample) else { return [] }
    let mutations = Mutation.all(of: sample).enumerated().filter { $0.offset % 7 == 0 }.map(\.element.json)
    return try ([sample, Self.withUnknownFields(sample)] + mutations).map { try JSONEncoder().encode($0) }
  }

  private static func withUnknownFields(_ json: RawJSON) -> RawJSON {
    switch json {
    case .object(let fields):
      .object(fields.mapValues(withUnknownFields).merging(["an_unknown_field": .array([.integer(1), .null])]) { $1 })
    case .array(let elements): .array(elements.map(withUnknownFields))
    default: json
    }
  }

  private static func expectRoundTrip(_ model: some APIModel) throws {
    let again = try JSONDecoder().decode(type(of: model), from: JSONEncoder().encode(model))
    #expect(again == model, "\(type(of: model))")
  }
}

/// The models in a result.
private enum Models {
  static func of(_ value: Any) -> [any APIModel] {
    if let model = value as? any APIModel { return [model] }
    if let optional = value as? any OptionalValue { return optional.wrapped.map(of) ?? [] }
    if let elements = value as? [Any] { return elements.flatMap(of) }
    return []
  }
}

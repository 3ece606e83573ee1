import ConstantContactKit
import Foundation
import Testing

/// Models are the same whether they are read from the index of a text or through `Codable` by any other decoder.
@Suite struct BothDecodersTests {
  @Test(arguments: Walk.all)
  func modelsAreEqualWithJSONDecoder(step: Walk.Step) async throws {
    guard let sample = Walk.fixture(step.operation.name).flatMap(Walk.sample) else { return }
    let result = try await step.call(Walk.client(FixtureTransport()))
    guard let model = Self.firstModel(in: result), let json = Self.firstObject(in: sample, of: result) else { return }
    try Self.compare(model, WireJSON(json))
  }

  @Test func otherDecodersReadModels() throws {
    let contact: Contact = try Fixture.decode("contacts.get")
    let data = try PropertyListEncoder().encode(contact)
    #expect(try PropertyListDecoder().decode(Contact.self, from: data) == contact)
  }

  private static func compare<Model: APIModel>(_ model: Model, _ sample: WireJSON) throws {
    let type = Model.self
    #expect(try JSONCoding.decode(sample.data) as Model == JSONDecoder().decode(type, from: sample.data))
    // A part of them: every thrown error costs the time of a backtrace in tests.
    let mutations = WireMutation.all(of: sample).enumerated().filter { $0.offset % 23 == 0 }.map(\.element)
    for mutation in mutations where !mutation.kind.mayRefuseTheResponse {
      let data = mutation.applied(to: sample).data
      let own = try? JSONCoding.decode(data) as Model
      let other = try? JSONDecoder().decode(type, from: data)
      #expect(own == other, "\(type), \(mutation.name)")
    }
  }

  private static func firstModel(in value: Any) -> (any APIModel)? {
    if let model = value as? any APIModel { return model }
    if let page = value as? any AnyPage { return page.contents.models.first }
    if let optional = value as? any OptionalValue { return optional.wrapped.flatMap(firstModel) }
    return (value as? [Any]).flatMap { $0.lazy.compactMap(firstModel).first }
  }

  /// The object that the model was decoded from: the response, or the first element of its array.
  private static func firstObject(in sample: RawJSON, of result: Any) -> RawJSON? {
    if result is any APIModel { return sample }
    if case .array(let elements) = sample { return elements.first }
    guard case .object(let members) = sample else { return nil }
    for (_, member) in members.sorted(by: { $0.key < $1.key }) {
      if case .array(let elements) = member, case .object? = elements.first { return elements.first }
    }
    return nil
  }
}

import ConstantContactKit
import Foundation
import Testing

/// The walk against stored responses, unchanged and with every value mutated.
@Suite struct FixtureWalkTests {
  @Test(arguments: Walk.all)
  func everyFieldOfAResponseIsRead(step: Walk.Step) async throws {
    let result = try await step.call(Walk.client(FixtureTransport()))
    guard let sample = Walk.fixture(step.operation.name).flatMap(Walk.sample) else { return }
    let lost = Leaves.of(sample).subtracting(Leaves.of(result))
    #expect(lost.isEmpty, "\(lost.sorted())")
  }

  @Test(arguments: Walk.all)
  func mutatedValuesDoNotFailTheResponse(step: Walk.Step) async throws {
    guard let sample = Walk.fixture(step.operation.name).flatMap(Walk.sample) else { return }
    for mutation in Mutation.all(of: sample) {
      let body = try JSONEncoder().encode(mutation.json)
      do {
        _ = try await step.call(Walk.client(FixtureTransport(bodies: [step.operation.name: body])))
      } catch let error as ConstantContactError {
        // An element is undecodable, an object that is written back has unreadable fields, the collection is not an array,
        // or the page number is that of another page.
        // The numbers of pages are read strictly: misread, they would end the collection.
        let isOtherPage =
          [.repeatedCursor, .unreadableResponse].contains(error.code) && mutation.name.hasPrefix("/page/")
        // A registration that is missing in the list of the failed ones would count as set.
        let isStrict = mutation.isShallow || mutation.name.hasPrefix("/failed_registration_ids/")
        let isShallowError = error.code == .unreadableResponse && isStrict
        #expect(
          isOtherPage || isShallowError || error.code == .undecodableElements, "\(mutation.name): \(error)")
      }
    }
  }
}

/// A JSON value with one place changed.
struct Mutation {
  let name: String
  let json: RawJSON
  /// Whether the place is the top level or one of its members.
  let isShallow: Bool

  static func all(of json: RawJSON) -> [Mutation] {
    var found: [Mutation] = []
    visit(json, path: "", depth: 0) { name, depth, changed in
      found.append(Mutation(name: name, json: changed, isShallow: depth <= 1))
    }
    return found
  }

  private static let replacements: [(String, RawJSON)] = [
    ("null", .null), ("unknown", .string("something new")), ("empty", .string("")), ("number", .number(-1.5)),
    ("large", .integer(.max)), ("bool", .bool(true)), ("array", .array([.array([])])),
    ("object", .object(["x": .null])),
    ("long", .string(String(repeating: "y", count: 10_000))),
  ]

  private static func visit(
    _ json: RawJSON,
    path: String,
    depth: Int,
    emit: (String, Int, RawJSON) -> Void
  ) {
    if depth > 0 {
      for (name, replacement) in replacements { emit("\(path) \(name)", depth, replacement) }
    }
    switch json {
    case .object(let members):
      // A mutated link fails only when it is followed, after its page was delivered.
      for key in members.keys.sorted() where key != "_links" && key != "next_cursor" {
        emit("\(path)/\(key) missing", depth + 1, .object(members.filter { $0.key != key }))
        visit(members[key] ?? .null, path: "\(path)/\(key)", depth: depth + 1) { name, depth, changed in
          emit(name, depth, .object(members.merging([key: changed]) { $1 }))
        }
      }
    case .array(let elements):
      for index in elements.indices {
        visit(elements[index], path: "\(path)/\(index)", depth: depth + 1) { name, depth, changed in
          var copy = elements
          copy[index] = changed
          emit(name, depth, .array(copy))
        }
      }
    default:
      break
    }
  }
}

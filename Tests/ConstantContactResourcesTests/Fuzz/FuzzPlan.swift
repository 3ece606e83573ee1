import ConstantContactKit
import Foundation
import Testing

/// The mutations of a run, chosen by a seed.
enum FuzzPlan {
  /// The seed; `CONSTANT_CONTACT_FUZZ_SEED` sets another.
  static let seed = number("CONSTANT_CONTACT_FUZZ_SEED") ?? 1
  /// The number of mutated responses; `CONSTANT_CONTACT_FUZZ_MUTATIONS` sets another.
  static let size = Int(number("CONSTANT_CONTACT_FUZZ_MUTATIONS") ?? 4_000)

  /// One operation with the mutations of its stored response.
  struct Item: Sendable, CustomTestStringConvertible {
    let step: Walk.Step
    let sample: WireJSON
    let mutations: [WireMutation]

    var testDescription: String { step.operation.name }
  }

  /// Every operation with a JSON response. Each place of each response is mutated at least once.
  static let items: [Item] = {
    let samples = Walk.byName.keys.sorted().compactMap { name -> (Walk.Step, WireJSON)? in
      guard let step = Walk.byName[name], let sample = Walk.fixture(name).flatMap(Walk.sample) else { return nil }
      return (step, WireJSON(sample))
    }
    let places = samples.map { WireMutation.places(in: $0.1).count }.reduce(0, +)
    let kinds = max(1, min(WireMutation.Kind.allCases.count, (size + places - 1) / max(places, 1)))
    var generator = SeededGenerator(seed: seed)
    return samples.map { step, sample in
      let mutations = WireMutation.places(in: sample).flatMap { path in
        WireMutation.Kind.allCases.shuffled(using: &generator).prefix(kinds).map { WireMutation(path: path, kind: $0) }
      }
      return Item(step: step, sample: sample, mutations: mutations)
    }
  }()

  /// Some of the mutations, or all when the plan is large.
  ///
  /// - Parameter share: How many tests share the plan's size.
  static func sample(of mutations: [WireMutation], share: Int) -> [WireMutation] {
    var generator = SeededGenerator(seed: seed)
    return Array(mutations.shuffled(using: &generator).prefix(max(100, size / max(1, share))))
  }

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }
}

internal import ConstantContactCore

/// Finds something by name, or creates it; when somebody else was faster, or the answer was lost, finds what is there now.
package func findOrCreate<Thing: Sendable>(
  find: () async throws -> Thing?,
  create: () async throws -> Thing
) async throws -> Thing {
  if let thing = try await find() { return thing }
  do {
    return try await create()
  } catch let error as ConstantContactError where error.code == .conflict || error.effect != .none {
    guard let thing = try await find() else { throw error }
    return thing
  }
}

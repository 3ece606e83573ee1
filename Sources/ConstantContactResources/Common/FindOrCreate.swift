internal import ConstantContactCore

/// Finds a resource by name or creates it. After a conflict or a lost response, finds the resource that exists by then.
package func findOrCreate<Resource: Sendable>(
  find: () async throws -> Resource?,
  create: () async throws -> Resource
) async throws -> Resource {
  if let resource = try await find() { return resource }
  do {
    return try await create()
  } catch let error as ConstantContactError where error.code == .conflict || error.effect != .none {
    guard let resource = try await find() else { throw error }
    return resource
  }
}

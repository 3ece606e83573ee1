internal import ConstantContactCore

/// Finds resources of one kind by their names: one lookup for all names.
struct NameLookup<Resource: Sendable>: Sendable {
  /// What the resource is called in errors.
  let kind: String
  let operation: String
  let read: @Sendable () async throws -> [Resource]
  let name: @Sendable (Resource) -> String?
  let match: @Sendable (String, [Resource]) -> Resource?
  let create: @Sendable (String) async throws -> Resource

  /// Returns the resources in the order of the names.
  ///
  /// - Throws: ``ConstantContactError`` with code `unknownName`, which names all that are missing and similar ones.
  func resolve(_ names: [String], creatingMissing: Bool) async throws -> [Resource] {
    guard !names.isEmpty else { return [] }
    var known = try await read()
    var missing: [String] = []
    for name in names where match(name, known) == nil && !missing.contains(name) { missing.append(name) }
    if !missing.isEmpty, known.contains(where: { name($0) == nil }) {
      throw ConstantContactError(
        .unreadableResponse, "a \(kind) came without its name, which may be one of those wanted", operation: operation)
    }
    guard missing.isEmpty || creatingMissing else {
      throw ConstantContactError.unknownNames(missing, of: kind, among: known.compactMap(name), operation)
    }
    var created: [String: Resource] = [:]
    // Names that differ in case are one resource: the first creates it.
    for name in missing where match(name, known) == nil {
      do {
        let resource = try await create(name)
        created[name] = resource
        known.append(resource)
      } catch let error as ConstantContactError where error.code == .conflict || error.effect != .none {
        // Another process has created it, or the response was lost.
        known = try await read() + created.values
        guard match(name, known) != nil else { throw error }
      }
    }
    return names.compactMap { created[$0] ?? match($0, known) }
  }
}

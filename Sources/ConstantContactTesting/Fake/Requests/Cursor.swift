#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The end of a page: the query it belongs to and its last item. Clients see opaque base64.
struct Cursor {
  /// The collection's path, such as `contacts`. A cursor works on its own collection only.
  let collection: String
  let parameters: [String: String]
  let after: Int

  init(collection: String, parameters: [String: String], after: Int) {
    self.collection = collection
    self.parameters = parameters
    self.after = after
  }

  init?(_ text: String) {
    guard let data = Data(base64Encoded: text), let json = try? JSON(parsing: data),
      let collection = json["c"]?.string, let after = json["a"]?.integer, let parameters = json["p"]?.object
    else { return nil }
    self.init(collection: collection, parameters: parameters.compactMapValues(\.string), after: after)
  }

  var text: String {
    let parameters = JSON.object(self.parameters.mapValues { .string($0) })
    return JSON.object(["c": .string(collection), "a": .integer(after), "p": parameters]).data.base64EncodedString()
  }
}

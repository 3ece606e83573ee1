import Foundation

/// The response bodies of the tests for the resources.
enum Fixtures {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "ConstantContactResourcesTests/Fixtures")

  /// The body with this name, or a minimal one, and those of its special cases.
  static func bodies(for name: String) -> [[UInt8]] {
    let prefix = name.split(separator: ".").first.map(String.init) ?? name
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    // Special cases of contacts are named `contact-…`, those of lists `list-…`.
    let special = name.hasSuffix(".get") || name.hasSuffix(".list") ? "\(prefix.dropLast())-" : "-"
    let found = names.filter { $0 == "\(name).json" || $0.hasPrefix(special) }.compactMap { file in
      try? Array(Data(contentsOf: folder.appending(path: file)))
    }
    return found.isEmpty ? [Array("{}".utf8)] : found
  }
}

public import Foundation

/// The program that opens a page in the browser.
public enum BrowserProgram {
  /// Its path: `open` on Apple's systems, elsewhere `xdg-open` where there is a display.
  ///
  /// - Returns: `nil` where there is no browser to be seen, as behind SSH or in a container.
  public static func path(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    isExecutable: (String) -> Bool = FileManager.default.isExecutableFile(atPath:)
  ) -> String? {
    #if os(macOS)
    return ["/usr/bin/open"].first(where: isExecutable)
    #else
    let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    guard hasDisplay else { return nil }
    return (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/xdg-open" }
      .first(where: isExecutable)
    #endif
  }
}

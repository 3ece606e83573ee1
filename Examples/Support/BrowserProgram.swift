public import Foundation

/// The program that opens a URL in the default browser.
public enum BrowserProgram {
  /// Returns the path of `open` on macOS, and of `xdg-open` elsewhere when there is a display.
  ///
  /// - Returns: `nil` without a browser, as in an SSH session or a container.
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

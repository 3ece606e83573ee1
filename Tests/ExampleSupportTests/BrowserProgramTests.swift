import ExampleSupport
import Testing

@Suite struct BrowserProgramTests {
  #if os(macOS)
  @Test func isTheSystemProgram() {
    #expect(BrowserProgram.path(environment: [:]) == "/usr/bin/open")
  }
  #else
  private func path(_ environment: [String: String]) -> String? {
    BrowserProgram.path(environment: environment) { $0 == "/opt/bin/xdg-open" || $0 == "bin/xdg-open" }
  }

  @Test func isFoundOnThePathWithADisplay() {
    #expect(path(["DISPLAY": ":0", "PATH": "/bin:/opt/bin"]) == "/opt/bin/xdg-open")
    #expect(path(["WAYLAND_DISPLAY": "wayland-0", "PATH": "/opt/bin"]) == "/opt/bin/xdg-open")
  }

  @Test func isMissingWithoutADisplayOrAnAbsolutePath() {
    #expect(path(["PATH": "/opt/bin"]) == nil)
    #expect(path(["DISPLAY": "", "PATH": "/opt/bin"]) == nil)
    #expect(path(["DISPLAY": ":0", "PATH": "bin:/bin"]) == nil)
    #expect(path(["DISPLAY": ":0"]) == nil)
  }
  #endif
}

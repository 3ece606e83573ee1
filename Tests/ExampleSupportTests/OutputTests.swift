import ExampleSupport
import Foundation
import Testing

@Suite struct OutputTests {
  @Test func textIsWrittenWhenTheCallReturns() {
    let pipe = Pipe()
    DescriptorWriter.write("Zeile für Zeile\n", to: pipe.fileHandleForWriting.fileDescriptor)
    #expect(pipe.fileHandleForReading.availableData == Data("Zeile für Zeile\n".utf8))
  }

  @Test(arguments: [
    (80, "120", 80), (nil, "120", 120), (0, "120", 120), (nil, "wide", 100), (nil, "99999999999999999999", 100),
    (nil, "-1", 100), (nil, nil, 100),
  ])
  func widthComesFromTerminalThenEnvironment(window: Int?, columns: String?, width: Int) {
    #expect(Terminal.width(window: window, columns: columns) == width)
  }
}

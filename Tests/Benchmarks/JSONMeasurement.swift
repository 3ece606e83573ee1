import ConstantContactKit
import Foundation

/// Measures the CPU time of decoding a page of 500 contacts with all sub-resources: this library, `JSONDecoder` into plain structs, and,
/// with `--with-python`, Constant Contact's Python client.
///
/// The goals: 3 times faster than `JSONDecoder`, 5 times faster than the Python client. The readers take turns, so that a busy machine
/// slows all of them; ratios are the medians of the rounds.
struct JSONMeasurement {
  let rounds: Int
  let withPython: Bool

  func run() throws {
    let body = ContactsPage.body(contacts: 500)
    print("a page of 500 contacts, \(body.count / 1000) kB; CPU time, \(rounds) rounds")
    let python = withPython ? PythonClient(body) : nil
    if withPython && python == nil {
      print("skipped: the Python client is not installed; Tests/PythonClient/run installs it")
    }
    var times: [(ours: Double, plain: Double, python: Double)] = []
    for round in 0..<rounds + 1 {
      let ours = try Self.milliseconds(repeating: 20) {
        let page = try PageBody<Contact>.decode(body, .member("contacts"))
        precondition(page.elements.count == 500 && page.undecodable.isEmpty)
      }
      let plain = try Self.milliseconds(repeating: 10) {
        let page = try JSONDecoder().decode(PlainPage.self, from: body)
        precondition(page.contacts.count == 500)
      }
      // The first round warms up.
      if round > 0 { times.append((ours, plain, try python?.milliseconds() ?? .nan)) }
    }
    Self.show("this library", times.map(\.ours), times.map { $0.ours / $0.ours })
    Self.show("JSONDecoder, plain structs", times.map(\.plain), times.map { $0.plain / $0.ours })
    if python != nil { Self.show("the Python client", times.map(\.python), times.map { $0.python / $0.ours }) }
  }

  private static func show(_ name: String, _ times: [Double], _ ratios: [Double]) {
    let (times, ratios) = (times.sorted(), ratios.sorted())
    let (least, most) = (ratios.first ?? 0, ratios.last ?? 0)
    print(
      String(
        format: "%8.2f ms  %5.2f× (%.2f to %.2f)  ", times[times.count / 2], ratios[ratios.count / 2], least, most)
        + name)
  }

  private static func milliseconds(repeating count: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = Table.processTime()
    for _ in 0..<count { try work() }
    return (Table.processTime() - start) * 1e3 / Double(count)
  }
}

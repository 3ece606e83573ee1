/// What is known about a row, in one byte. The raw values are those of the manifest.
enum ImportRowCode: UInt8, Sendable, CaseIterable {
  /// To be sent, or sent.
  case pending = 0x50  // P
  /// A value breaks a limit; the detail is the index of the reason.
  case invalid = 0x56  // V
  /// The detail is the position of the row with the same address.
  case duplicate = 0x44  // D
  case unsubscribed = 0x48  // H
  case deleted = 0x45  // E
  case created = 0x43  // C
  case updated = 0x55  // U
  /// The API refused the chunk; the detail is the index of the reason.
  case refused = 0x5A  // Z
  case rejectedByAPI = 0x52  // R
  case notFound = 0x4E  // N
  case failedActivity = 0x46  // F
  case lostResponse = 0x4C  // L
  case changedByOthers = 0x4F  // O
  case notReconciled = 0x4D  // M

  var kind: BulkImport.Verdict.Kind {
    switch self {
    case .created: .created
    case .updated: .updated
    case .invalid, .duplicate, .refused, .rejectedByAPI: .rejected
    case .unsubscribed, .deleted: .heldBack
    case .pending, .notFound, .failedActivity, .lostResponse, .changedByOthers, .notReconciled: .unconfirmed
    }
  }

  /// Whether a row may have the code before anything is sent.
  var isLocal: Bool { [.pending, .invalid, .duplicate, .unsubscribed, .deleted].contains(self) }

  /// Returns codes as text, such as `C1200U3`.
  static func text(_ codes: some Sequence<ImportRowCode>) -> String {
    var text = ""
    var run: (code: ImportRowCode, count: Int)?
    func end() {
      if let run { text += String(UnicodeScalar(run.code.rawValue)) + String(run.count) }
    }
    for code in codes {
      if run?.code == code {
        run?.count += 1
      } else {
        end()
        run = (code, 1)
      }
    }
    end()
    return text
  }

  /// Returns the codes of a text; `nil` unless there are exactly `count`.
  static func codes(in text: String, count: Int) -> [ImportRowCode]? {
    var codes: [ImportRowCode] = []
    var bytes = Array(text.utf8)[...]
    while let first = bytes.popFirst() {
      guard let code = ImportRowCode(rawValue: first) else { return nil }
      let digits = bytes.prefix { (0x30...0x39).contains($0) }
      bytes = bytes.dropFirst(digits.count)
      guard let length = Int(String(decoding: digits, as: UTF8.self)), length > 0, length <= count - codes.count else {
        return nil
      }
      codes += repeatElement(code, count: length)
    }
    return codes.count == count ? codes : nil
  }
}

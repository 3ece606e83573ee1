import ConstantContactKit
import Foundation

/// What reading a file ends with.
enum CSVOutcome: Equatable {
  case records([[String]], lines: [Int])
  case failure(CSVError.Code, records: Int)
}

enum CSVSupport {
  static func records(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions()) throws -> [CSVRecord] {
    var parser = CSVParser(options)
    parser.append(bytes)
    parser.finish()
    var records: [CSVRecord] = []
    while let record = try parser.next() { records.append(record) }
    return records
  }

  /// Reads pieces, taking the complete records after each.
  static func outcome(_ pieces: [some Sequence<UInt8>], _ options: CSVOptions) -> CSVOutcome {
    var parser = CSVParser(options)
    var records: [CSVRecord] = []
    do {
      for piece in pieces {
        parser.append(piece)
        while let record = try parser.next() { records.append(record) }
      }
      parser.finish()
      while let record = try parser.next() { records.append(record) }
      return .records(records.map(\.fields), lines: records.map(\.line))
    } catch {
      return .failure(error.code, records: records.count)
    }
  }

  static func temporaryFile(_ name: String = "file.csv") throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: name)
  }
}

/// A reference parser: character by character, with the whole text in memory.
enum NaiveCSV {
  static func parse(_ text: String, isLenient: Bool) -> CSVOutcome {
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    var (records, lines, line) = ([[String]](), [Int](), 1)
    while !scalars.isEmpty {
      if takeLineBreak(&scalars) {
        line += 1
        continue
      }
      let first = line
      var record: [String] = []
      repeat {
        var field = ""
        if scalars.first == "\"" {
          scalars.removeFirst()
          var isClosed = false
          while !isClosed {
            guard let scalar = scalars.popFirst() else { return .failure(.unclosedQuote, records: records.count) }
            if scalar == "\"", scalars.first == "\"" {
              scalars.removeFirst()
              field += "\""
            } else if scalar == "\"" {
              isClosed = true
            } else {
              field.unicodeScalars.append(scalar)
              if scalar == "\r" || scalar == "\n" {
                line += 1
                if scalar == "\r", scalars.first == "\n" {
                  scalars.removeFirst()
                  field.unicodeScalars.append("\n")
                }
              }
            }
          }
          if let next = scalars.first, ![",", "\r", "\n"].contains(next), !isLenient {
            return .failure(.textAfterQuote, records: records.count)
          }
        }
        while let next = scalars.first, ![",", "\r", "\n"].contains(next) {
          if next == "\"", !isLenient { return .failure(.strayQuote, records: records.count) }
          field.unicodeScalars.append(next)
          scalars.removeFirst()
        }
        record.append(field)
      } while takeComma(&scalars)
      if takeLineBreak(&scalars) { line += 1 }
      records.append(record)
      lines.append(first)
    }
    return .records(records, lines: lines)
  }

  private static func takeComma(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.first == "," else { return false }
    scalars.removeFirst()
    return true
  }

  private static func takeLineBreak(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first, first == "\r" || first == "\n" else { return false }
    scalars.removeFirst()
    if first == "\r", scalars.first == "\n" { scalars.removeFirst() }
    return true
  }
}

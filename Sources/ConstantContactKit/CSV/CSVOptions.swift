/// How a CSV file is read.
public struct CSVOptions: Sendable, Hashable {
  /// The character between fields.
  public enum Delimiter: Sendable, Hashable {
    /// A comma.
    case comma
    /// A semicolon, which spreadsheets write where the comma is the decimal separator.
    case semicolon
    /// A tab.
    case tab
    /// A comma if the first line that is not empty has one outside of quotation marks; otherwise the semicolon or tab that
    /// comes first in it; a comma if it has neither.
    case detected
  }

  /// The encoding of the text.
  public enum Encoding: Sendable, Hashable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// Windows-1252, which includes ISO 8859-1 and is what older spreadsheets write. A file that starts with the byte order
    /// mark of UTF-8 is read as UTF-8.
    case windows1252
  }

  /// The character between fields; a comma.
  public var delimiter = Delimiter.comma
  /// The encoding; UTF-8. UTF-16 and UTF-32 are refused.
  public var encoding = Encoding.utf8
  /// The largest number of bytes in a record, 1 byte to 1 GiB; 1 MiB. A missing quotation mark is found at the latest there.
  public var recordLimit = 1 << 20
  /// The largest number of fields in a record, 1 to 1,000,000; 1,000.
  public var fieldLimit = 1_000
  /// Whether quotation marks inside a field that does not start with one, and text after a closing quotation mark, are part
  /// of the field; `false`. RFC 4180 forbids both, and they are often the sign of a shifted column.
  public var allowsStrayQuotes = false

  /// Creates the default options.
  public init() {}

  /// Creates options with a delimiter and an encoding.
  public init(delimiter: Delimiter, encoding: Encoding = .utf8) {
    self.delimiter = delimiter
    self.encoding = encoding
  }
}

extension CSVOptions.Delimiter {
  /// The byte; `nil` when it has to be detected.
  var byte: UInt8? {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .detected: nil
    }
  }
}

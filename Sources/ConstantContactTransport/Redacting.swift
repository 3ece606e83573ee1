/// A type that holds secrets or personal data and does not show them when it is printed, dumped or logged.
///
/// A conforming type writes its own `description`; the debugger's and `dump`'s views follow it.
public protocol Redacting: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacting {
  /// The same as `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

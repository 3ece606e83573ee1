/// A type whose printed, dumped and logged forms contain no secrets or personal data.
///
/// A conforming type provides `description`; its debug description and mirror contain no more than that.
public protocol Redacting: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacting {
  /// The text of `description`.
  public var debugDescription: String { description }
  /// A mirror that shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

/// Writes to standard error without buffering.
public enum StandardError {
  /// Writes a line.
  public static func write(line: String) { write(line + "\n") }

  /// Writes text.
  public static func write(_ text: String) { DescriptorWriter.write(text, to: 2) }
}

/// Writes to standard output without buffering.
public enum StandardOutput {
  /// Writes a line.
  public static func write(line: String) { write(line + "\n") }

  /// Writes text.
  public static func write(_ text: String) { DescriptorWriter.write(text, to: 1) }
}

/// Standard output, written without a buffer: a line is out when the call returns, also into a pipe.
public enum StandardOutput {
  /// Writes a line and its line break.
  public static func write(line: String) { write(line + "\n") }

  /// Writes text as it is.
  public static func write(_ text: String) { DescriptorWriter.write(text, to: 1) }
}

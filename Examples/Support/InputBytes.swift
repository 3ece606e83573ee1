#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Reads a file, a pipe, or standard input.
enum InputBytes {
  /// The permitted size of the input: 256 MiB.
  static let limit = 256 * 1024 * 1024

  /// Reads to the end.
  ///
  /// - Parameter path: A path, or `-` for standard input.
  /// - Throws: ``InputError`` (`unreadable`) with the system's reason.
  static func read(path: String) throws -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, name: name(of: path)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path)
  }

  /// The name of the input for messages.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  private static func read(descriptor: Int32, name: String) throws -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while result.count <= limit {
      let count = buffer.withUnsafeMutableBytes { posixRead(descriptor, $0) }
      if count > 0 {
        result += buffer[..<count]
      } else if count == 0 {
        return result
      } else if errno != EINTR {
        throw unreadable(name, errno)
      }
    }
    throw InputError(.unreadable, file: name, message: "the file is larger than 256 MiB; split it")
  }

  private static func posixRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Glibc)
    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func unreadable(_ name: String, _ code: Int32) -> InputError {
    InputError(.unreadable, file: name, message: "cannot be read: \(String(cString: strerror(code)))")
  }
}

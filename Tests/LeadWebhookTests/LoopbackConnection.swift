import Foundation

/// A TCP connection to a port of this machine.
final class LoopbackConnection: Sendable {
  private let descriptor: CInt

  init(port: UInt16) throws {
    #if canImport(Glibc)
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let (descriptor, size) = (descriptor, socklen_t(MemoryLayout<sockaddr_in>.size))
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECONNREFUSED) }
  }

  deinit { close(descriptor) }

  /// Sends text, and returns everything that the server sends until it closes the connection.
  func exchange(_ text: String) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      // In a thread of its own, because the socket blocks.
      Thread { [self] in continuation.resume(with: Result { try blockingExchange(text) }) }.start()
    }
  }

  /// Whether the server has closed the connection. What it has sent before, such as a 408, is discarded.
  ///
  /// - Parameter seconds: How long to wait for it.
  func isClosedByPeer(within seconds: Int32 = 120) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, seconds * 1_000) == 1 else { return false }
      if recv(descriptor, &buffer, buffer.count, 0) <= 0 { return true }
    }
  }

  private func blockingExchange(_ text: String) throws -> String {
    var limit = timeval()
    limit.tv_sec = 600
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Self.noSignal) }
      // The server may close the connection before it has read everything.
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 { return String(decoding: received, as: UTF8.self) }
      guard count > 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      received += buffer[..<count]
    }
  }

  #if canImport(Darwin)
  private static let noSignal: CInt = 0
  #else
  private static let noSignal = CInt(MSG_NOSIGNAL)
  #endif
}

extension LoopbackConnection {
  /// Raises the limit for open files of this process.
  ///
  /// - Returns: Whether the limit is high enough.
  static func raiseDescriptorLimit(to count: Int) -> Bool {
    #if canImport(Glibc)
    let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
    #else
    let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return false }
    if limit.rlim_cur >= count { return true }
    guard limit.rlim_max >= count else { return false }
    limit.rlim_cur = rlim_t(count)
    return setrlimit(resource, &limit) == 0
  }
}

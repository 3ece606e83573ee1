import Foundation

/// An HTTP client on a blocking socket, so that the tests see exactly what the service sends.
enum PlainHTTP {
  struct Response {
    let status: Int
    let body: Data
  }

  /// Sends a request to 127.0.0.1.
  ///
  /// - Returns: `nil` without a complete response.
  static func post(_ path: String, port: UInt16, headers: [String: String], body: [UInt8]) -> Response? {
    let socket = connect(port)
    guard socket >= 0 else { return nil }
    defer { close(socket) }
    var head = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: \(body.count)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    guard sendAll(Array((head + "\r\n").utf8) + body, to: socket) else { return nil }
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count == 0 { return parse(received) }
      if count < 0 && errno != EINTR { return nil }
      if count > 0 { received += buffer[..<count] }
    }
  }

  private static func connect(_ port: UInt16) -> Int32 {
    #if canImport(Glibc)
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        #if canImport(Glibc)
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        #else
        Darwin.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        #endif
      }
    }
    if status == 0 { return descriptor }
    close(descriptor)
    return -1
  }

  private static func sendAll(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, 0) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  private static func parse(_ received: Data) -> Response? {
    guard let end = received.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let body = received[end.upperBound...]
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
      let length = lines.first(where: { $0.lowercased().hasPrefix("content-length:") }),
      Int(length.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) == body.count
    else { return nil }
    return Response(status: status, body: Data(body))
  }
}

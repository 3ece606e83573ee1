#if os(Linux)
internal import CConstantContactCurl

/// An error that libcurl reports. It contains nothing of the request.
struct CurlFailure: Error, CustomStringConvertible {
  /// libcurl's result code.
  let code: Int

  init(code: CInt) { self.code = Int(code) }

  var description: String { "libcurl \(code): \(String(cString: cccurl_text(CInt(truncatingIfNeeded: code))))" }
}
#endif

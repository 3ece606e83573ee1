#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Descriptions of system errors about files.
enum SystemReason {
  /// Returns the reason for an error number, without the path.
  static func text(of code: CInt) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOSPC, EDQUOT: "no space left"
    case EROFS: "the file system is read-only"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of its path is not a directory"
    case ELOOP: "it is a symbolic link"
    default: "errno \(code)"
    }
  }
}

internal import Foundation

/// The limit for open files of this process.
public enum DescriptorLimit {
  /// The current limit; 256, a common minimum, when it is unknown.
  public static var current: Int {
    var limit = rlimit()
    #if canImport(Glibc)
    let status = getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
    #else
    let status = getrlimit(RLIMIT_NOFILE, &limit)
    #endif
    return status == 0 ? Int(clamping: limit.rlim_cur) : 256
  }
}

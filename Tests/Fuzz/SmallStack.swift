import Foundation

/// Gives all threads of the process the stack size of threads on Apple platforms.
enum SmallStack {
  private static let marker = "FUZZ_STACK_SIZE"

  /// Starts the program again with a limited stack, unless that has been done. On Linux, new threads take the limit as the size of
  /// their stack.
  static func restart(kibibytes: Int) throws {
    #if os(Linux)
    guard getenv(marker) == nil, (64...1_048_576).contains(kibibytes) else { return }
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit)
    limit.rlim_cur = min(rlim_t(kibibytes * 1024), limit.rlim_max)
    guard setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else { return }
    setenv(marker, "\(kibibytes)", 1)
    var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", &arguments)
    // Only when the program could not be started: it then runs with the usual stack.
    #endif
  }
}

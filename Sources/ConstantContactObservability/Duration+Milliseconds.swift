#if Observability
extension Duration {
  /// Whole milliseconds, rounded to the nearest.
  var milliseconds: Int64 { Int64((self / .milliseconds(1)).rounded()) }
}
#endif

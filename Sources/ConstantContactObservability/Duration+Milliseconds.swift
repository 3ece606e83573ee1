#if Observability
internal import ConstantContactTransport

extension Duration {
  /// Whole milliseconds, rounded to the nearest. Durations beyond 100 years are cut, since a clock may report any value.
  var milliseconds: Int64 { Int64((limitedToCentury / .milliseconds(1)).rounded()) }
}
#endif

/// Why a manifest cannot be used, as the end of a sentence about it. It contains no path.
struct ManifestFailure: Error, CustomStringConvertible {
  let description: String
}

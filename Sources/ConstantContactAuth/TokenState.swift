/// The credentials that a ``TokenSource`` holds.
enum TokenState {
  /// Nothing was loaded yet, or the store is empty.
  case empty
  /// Credentials as they were last read from the store or saved to it.
  case stored(OAuthCredentials)
  /// A refreshed pair that could not be saved yet, and the pair that it replaces.
  case unsaved(OAuthCredentials, replacing: OAuthCredentials)

  /// The credentials that callers get: those in the store.
  var current: OAuthCredentials? {
    switch self {
    case .empty: nil
    case .stored(let credentials), .unsaved(_, replacing: let credentials): credentials
    }
  }

  /// The refreshed pair that could not be saved yet.
  var unsaved: OAuthCredentials? {
    if case .unsaved(let credentials, replacing: _) = self { credentials } else { nil }
  }
}

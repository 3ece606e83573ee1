extension ConstantContactError {
  /// What the library knows about a code, apart from any one error.
  package struct CatalogEntry: Sendable {
    /// The code.
    package let code: Code
    /// The code's number as an `NSError`. It never changes, and none is used twice.
    package let number: Int
    /// What to do, unless the error's data say otherwise.
    package let advice: Advice.Kind
    /// What the code means, as a sentence.
    package let meaning: String
    /// What to do, as a sentence; `nil` where the error's data make the sentence.
    package let remedy: String?

    init(_ number: Int, _ code: Code, _ advice: Advice.Kind, _ meaning: String, remedy: String? = nil) {
      (self.number, self.code, self.advice, self.meaning, self.remedy) = (number, code, advice, meaning, remedy)
    }
  }

  /// Every code of the library, with its number and its advice. `Documentation/Errors.md` is checked against it.
  package static let catalog: [CatalogEntry] = [
    CatalogEntry(1, .invalidInput, .fixInput, "A value breaks one of the operation's limits; nothing was sent."),
    CatalogEntry(
      2, .consentRequired, .fixInput,
      "The call would raise the permission to send or revive a deleted contact; nothing was sent.",
      remedy: "Pass `ExplicitConsent` or `.reviving` if the contact agreed."),
    CatalogEntry(3, .missingScope, .reconnect, "The connection is known to lack a scope; nothing was sent."),
    CatalogEntry(4, .unauthorized, .reconnect, "The API does not accept the access token."),
    CatalogEntry(5, .reconnectRequired, .reconnect, "The connection to the account has ended."),
    CatalogEntry(
      6, .invalidClient, .fixConfiguration, "The token endpoint does not accept the app.",
      remedy: "Check the app's client ID, client secret and scopes."),
    CatalogEntry(7, .tokenUnavailable, .retryLater, "No access token is available at present."),
    CatalogEntry(8, .forbidden, .askForPrivilege, "The connected user lacks a privilege, or the connection a scope."),
    CatalogEntry(9, .notFound, .nothing, "The resource was not found."),
    CatalogEntry(10, .conflict, .nothing, "The resource already exists."),
    CatalogEntry(11, .badRequest, .fixInput, "The API rejected the request."),
    CatalogEntry(12, .throttled, .retryLater, "Too many requests per second, also after the retries."),
    CatalogEntry(13, .quotaExceeded, .retryLater, "The day's requests are used up."),
    CatalogEntry(
      14, .limitUnavailable, .fixConfiguration, "The rate-limit store failed; nothing was sent.",
      remedy: "Check the rate-limit store, then retry."),
    CatalogEntry(
      15, .tooManyActivities, .retryLater, "Too many bulk activities are queued.",
      remedy: "Retry when one of them has ended."),
    CatalogEntry(16, .server, .retryLater, "The API failed, also after the retries."),
    CatalogEntry(17, .timedOut, .retryLater, "The call did not end within its deadline."),
    CatalogEntry(18, .connection, .retryLater, "The connection failed or was lost, also after the retries."),
    CatalogEntry(
      19, .insecure, .fixConfiguration, "The URL is not HTTPS, or not on the configured host; nothing was sent.",
      remedy: "Check the base URL, the middlewares and where the cursor comes from."),
    CatalogEntry(20, .unreadableResponse, .report, "The response is not what the operation promises."),
    CatalogEntry(21, .stillProcessing, .retryLater, "The API is still computing the result."),
    CatalogEntry(22, .repeatedCursor, .report, "A page leads back to an earlier page."),
    CatalogEntry(
      23, .endlessCollection, .report,
      "A collection goes on without end: 100 pages in a row without a new element."),
    CatalogEntry(
      24, .undecodableElements, .report, "Some elements of a collection could not be decoded.",
      remedy: "Call `collectReadable()` for the readable elements and the raw JSON of the others."),
    CatalogEntry(
      25, .unknownName, .fixConfiguration, "The account has no list of this name; no contact was sent.",
      remedy: "Correct the name, or create the list."),
    CatalogEntry(26, .activityFailed, .report, "A bulk activity failed, was cancelled or timed out."),
  ]

  /// The entry of this error's code; `nil` for a code that is not the library's own.
  var catalogEntry: CatalogEntry? { Self.catalog.first { $0.code == code } }
}

/// An authorization request that its consent page shows.
struct ConsentRequest {
  let scopes: Set<String>
  let redirectURI: String
  let state: String
  let challenge: String?
}

/// What somebody in a browser is being asked.
struct ConsentRequest {
  let scopes: Set<String>
  let redirectURI: String
  let state: String
  let challenge: String?
}

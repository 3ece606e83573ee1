/// Scopes on the wire: a list of texts, or one text with blanks. Anything else counts as silence.
struct ScopeList: Decodable {
  let scopes: Set<OAuthScope>?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = (try? container.decode(String.self)) ?? (try? container.decode([String].self))?.joined(separator: " ")
    scopes = text.flatMap(Set.init(scopeText:))
  }
}

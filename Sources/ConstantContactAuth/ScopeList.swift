/// Scopes in JSON: an array of strings, or one string separated by spaces. Anything else is treated as missing.
struct ScopeList: Decodable {
  let scopes: Set<OAuthScope>?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = (try? container.decode(String.self)) ?? (try? container.decode([String].self))?.joined(separator: " ")
    scopes = text.flatMap(Set.init(scopeText:))
  }
}

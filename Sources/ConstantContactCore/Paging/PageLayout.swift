/// Where the responses of a collection keep their elements, and how the next page is requested.
package struct PageLayout: Sendable {
  /// Where the elements are.
  package enum Items: Sendable {
    /// In the member of this name.
    case member(String)
    /// At the top level: the response is an array.
    case array
  }

  /// How the next page is requested.
  package enum Next: Sendable {
    /// There is one page only.
    case none
    /// By the link `_links.next.href`, or `_links.next.next.href`.
    case link
    /// By a token in the member of one name, sent back as the parameter of another; by a link where there is no token.
    case token(member: String, parameter: String)
    /// By the number of the page, from 0.
    case number(parameter: String)
    /// By the number of elements before it; by a link where there is one.
    case offset(parameter: String)
  }

  package let items: Items
  /// The member that holds the number of elements in all pages.
  package let total: String?
  package let next: Next
  /// Where the token of the previous page is, and the parameter that sends it back.
  package let previous: (member: String, parameter: String)?

  package init(
    _ items: Items, total: String? = nil, next: Next = .link, previous: (member: String, parameter: String)? = nil
  ) {
    self.items = items
    self.total = total
    self.next = next
    self.previous = previous
  }

  /// A layout with the elements under a name and links to the next page.
  package static func member(
    _ name: String, total: String? = nil, next: Next = .link, previous: (member: String, parameter: String)? = nil
  ) -> PageLayout {
    PageLayout(.member(name), total: total, next: next, previous: previous)
  }

  /// A layout whose only page is a bare array.
  package static let array = PageLayout(.array, next: .none)

  /// The parameters that a cursor of this layout may replace.
  var parameters: Set<String> {
    switch next {
    case .none, .link: []
    case .token(_, let parameter), .number(let parameter), .offset(let parameter):
      Set([parameter, previous?.parameter].compactMap(\.self))
    }
  }
}

/// The number of elements that are requested at a time.
package struct PageSize: Sendable {
  /// What the caller requested; `nil` for the API's default.
  let requested: Int?
  /// The sizes that the API accepts.
  let range: ClosedRange<Int>

  package init(_ requested: Int?, _ range: ClosedRange<Int>) {
    self.requested = requested
    self.range = range
  }

  /// Returns the size for a sequence that delivers at most `limit` elements.
  func size(limit: Int?) -> Int? {
    guard let limit, let requested else { return requested }
    return max(range.lowerBound, min(requested, limit))
  }
}

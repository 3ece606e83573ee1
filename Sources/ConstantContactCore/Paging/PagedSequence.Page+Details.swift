extension PagedSequence.Page {
  /// The cursor of the previous page, where the API returns one: for events and registrations.
  ///
  /// A sequence that starts there continues forward, through this page.
  public var previous: PageCursor? { details.previous }
  /// The cursor of this page, where the API returns a link to it.
  public var current: PageCursor? { details.current }
  /// The number of this page as the API counts, where pages are numbered.
  public var number: Int? { details.body.number }
  /// The number of pages, where pages are numbered.
  public var numberOfPages: Int? { details.body.numberOfPages }
  /// The number of elements in a page, where pages are numbered.
  public var size: Int? { details.body.size }

  /// What a page says about itself, with the cursors made from it.
  struct Details: Sendable {
    var body = PageDetails()
    var previous: PageCursor?
    var current: PageCursor?
  }

  /// Returns the page with its details.
  func with(
    _ body: PageDetails, of descriptor: OperationDescriptor, _ layout: PageLayout, path: [String]
  ) -> Self {
    func cursor(_ position: PageCursor.Position?) -> PageCursor? {
      position.map { PageCursor(operation: descriptor.name, path: path, position: $0) }
    }
    let token = body.previousToken.flatMap { token in
      layout.previous.map { PageCursor.Position.parameters([.init($0.parameter, token)]) }
    }
    var page = self
    page.details = Details(
      body: body, previous: cursor(token ?? body.previousLink.map { .link($0) }),
      current: cursor(body.selfLink.map { .link($0) }))
    return page
  }
}

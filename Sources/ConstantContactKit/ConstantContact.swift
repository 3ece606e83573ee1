public import ConstantContactAuth
public import ConstantContactCore
public import ConstantContactResources
public import ConstantContactTransport
public import ConstantContactURLSession

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A client of one Constant Contact account.
///
/// Make one and share it: it is a value that any number of tasks can use, and all of them keep the limits together.
///
/// ```swift
/// let client = ConstantContact(accessToken: token)
/// let newsletter = try await client.lists.find(named: "Newsletter")
/// ```
///
/// Every method throws ``ConstantContactError``, or `CancellationError` when its task was cancelled. It waits its turn under the
/// service's limits, renews the token when needed, and tries again what can be tried again.
public struct ConstantContact: Sendable {
  package private(set) var pipeline: CallPipeline

  /// How the client makes its calls.
  public typealias Configuration = ConstantContactConfiguration

  /// Makes a client out of its parts.
  ///
  /// - Parameters:
  ///   - tokens: Where access tokens come from, such as a ``TokenSource``.
  ///   - transport: What carries the bytes; `URLSession` by default.
  ///   - configuration: How calls are made.
  public init(
    tokens: any AccessTokenProvider,
    transport: any HTTPTransport = URLSessionTransport.shared,
    configuration: Configuration = Configuration()
  ) {
    pipeline = CallPipeline(configuration: configuration, transport: transport, tokens: tokens)
  }

  /// Makes a client with one access token, which works until it expires: 24 hours after it was issued.
  public init(accessToken: String, configuration: Configuration = Configuration()) {
    self.init(tokens: StaticTokenProvider(AccessToken(jwt: accessToken)), configuration: configuration)
  }

  /// Makes a client that renews its tokens and keeps them in a store.
  ///
  /// - Parameters:
  ///   - app: The app as registered with the vendor.
  ///   - store: Where the tokens are: put there by the authorization, or by ``TokenStore/replace(with:)``.
  ///   - transport: What carries the bytes; `URLSession` by default.
  ///   - configuration: How calls are made.
  public init(
    app: OAuthClient,
    store: any TokenStore,
    transport: any HTTPTransport = URLSessionTransport.shared,
    configuration: Configuration = Configuration()
  ) {
    let tokens = TokenSource(client: app, transport: transport, store: store, time: configuration.time)
    self.init(tokens: tokens, transport: transport, configuration: configuration)
  }

  /// The same client, whose calls are made with these options.
  public func with(_ options: CallOptions) -> ConstantContact {
    var client = self
    client.pipeline.options = options
    return client
  }

  /// The same client, some of whose options are changed.
  ///
  /// ```swift
  /// let patient = client.with { $0.deadline = .seconds(3_600) }
  /// ```
  public func with(_ change: (inout CallOptions) -> Void) -> ConstantContact {
    var options = options
    change(&options)
    return with(options)
  }

  /// How this client's calls differ from what the configuration says.
  public var options: CallOptions { pipeline.options }

  /// How the client makes its calls.
  public var configuration: Configuration { pipeline.configuration }

  /// Contacts: find, list, create, change, delete, revive.
  public var contacts: ContactsAPI { ContactsAPI(pipeline: pipeline) }
  /// Contact lists.
  public var lists: ListsAPI { ListsAPI(pipeline: pipeline) }
  /// Custom fields.
  public var customFields: CustomFieldsAPI { CustomFieldsAPI(pipeline: pipeline) }
  /// Tags.
  public var tags: TagsAPI { TagsAPI(pipeline: pipeline) }
  /// Segments: contacts that meet criteria.
  public var segments: SegmentsAPI { SegmentsAPI(pipeline: pipeline) }

  /// E-mail campaigns: create, rename, delete.
  public var campaigns: CampaignsAPI { CampaignsAPI(pipeline: pipeline) }
  /// The mails of campaigns: edit, schedule, test, preview, resend.
  public var campaignActivities: CampaignActivitiesAPI { CampaignActivitiesAPI(pipeline: pipeline) }
  /// The account: its details and addresses, and what its user may do.
  public var account: AccountAPI { AccountAPI(pipeline: pipeline) }
  /// Reports on mailings, landing pages, text messages and contacts.
  public var reports: ReportsAPI { ReportsAPI(pipeline: pipeline) }
  /// Bulk activities: imports, exports, and changes to many contacts at once.
  public var activities: BulkActivitiesAPI { BulkActivitiesAPI(pipeline: pipeline) }
  /// Social networks: profiles, hashtags, posts.
  public var social: SocialAPI { SocialAPI(pipeline: pipeline) }
  /// Automations: workflows that something starts.
  public var automations: AutomationsAPI { AutomationsAPI(pipeline: pipeline) }
  /// Events and their registrations.
  public var events: EventsAPI { EventsAPI(pipeline: pipeline) }

  /// Makes any call, under the same limits, tokens and retries as every other.
  ///
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  public func send<Response>(_ operation: APIOperation<Response>) async throws -> Response {
    try await pipeline.send(operation)
  }
}

extension ConstantContact: Redacting {
  /// The host, without the tokens.
  public var description: String { "ConstantContact(\(configuration.baseURL.host() ?? ""))" }
}

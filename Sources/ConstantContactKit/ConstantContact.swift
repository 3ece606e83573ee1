public import ConstantContactAuth
public import ConstantContactCore
public import ConstantContactResources
public import ConstantContactSystemTransport
public import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A client of one Constant Contact account.
///
/// Create one and share it: any number of tasks can use it at the same time, and all of them share its limits.
///
/// ```swift
/// let client = ConstantContact(accessToken: token)
/// let newsletter = try await client.lists.find(named: "Newsletter")
/// ```
///
/// Every method throws ``ConstantContactError``, or `CancellationError` when its task was cancelled. Calls wait for a slot under the API's
/// rate limit, refresh the token when needed, and are retried where that is safe.
public struct ConstantContact: Sendable {
  package private(set) var pipeline: CallPipeline

  /// The configuration of a client.
  public typealias Configuration = ConstantContactConfiguration

  /// Creates a client from its parts.
  ///
  /// - Parameters:
  ///   - tokens: The source of access tokens, such as a ``TokenSource``.
  ///   - transport: The transport; by default `URLSession`, on Linux libcurl.
  ///   - configuration: The configuration of calls.
  public init(
    tokens: any AccessTokenProvider,
    transport: any HTTPTransport = SystemTransport.shared,
    configuration: Configuration = Configuration()
  ) {
    pipeline = CallPipeline(configuration: configuration, transport: transport, tokens: tokens)
  }

  /// Creates a client with one access token, which works until it expires: 24 hours after it was issued.
  public init(accessToken: String, configuration: Configuration = Configuration()) {
    self.init(tokens: StaticTokenProvider(AccessToken(jwt: accessToken)), configuration: configuration)
  }

  /// Creates a client that refreshes its tokens and keeps them in a store.
  ///
  /// - Parameters:
  ///   - app: The app as registered with Constant Contact.
  ///   - store: The store of the tokens, which the authorization or ``TokenStore/replace(with:)`` has saved there.
  ///   - transport: The transport; by default `URLSession`, on Linux libcurl.
  ///   - configuration: The configuration of calls.
  public init(
    app: OAuthClient,
    store: any TokenStore,
    transport: any HTTPTransport = SystemTransport.shared,
    configuration: Configuration = Configuration()
  ) {
    let tokens = TokenSource(client: app, transport: transport, store: store, time: configuration.time)
    self.init(tokens: tokens, transport: transport, configuration: configuration)
  }

  /// Returns the same client with these options for its calls.
  public func with(_ options: CallOptions) -> ConstantContact {
    var client = self
    client.pipeline.options = options
    return client
  }

  /// Returns the same client with some of its options changed.
  ///
  /// ```swift
  /// let patient = client.with { $0.deadline = .seconds(3_600) }
  /// ```
  public func with(_ change: (inout CallOptions) -> Void) -> ConstantContact {
    var options = options
    change(&options)
    return with(options)
  }

  /// The options that override the configuration.
  public var options: CallOptions { pipeline.options }

  /// The configuration of calls.
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

  /// Email campaigns: create, rename, delete.
  public var campaigns: CampaignsAPI { CampaignsAPI(pipeline: pipeline) }
  /// The emails of campaigns: edit, schedule, test, preview, resend.
  public var campaignActivities: CampaignActivitiesAPI { CampaignActivitiesAPI(pipeline: pipeline) }
  /// The account: its details and addresses, and the privileges of its user.
  public var account: AccountAPI { AccountAPI(pipeline: pipeline) }
  /// Reports on emails, landing pages, SMS and contacts.
  public var reports: ReportsAPI { ReportsAPI(pipeline: pipeline) }
  /// Bulk activities: imports, exports, and changes to many contacts at once.
  public var activities: BulkActivitiesAPI { BulkActivitiesAPI(pipeline: pipeline) }
  /// Social networks: profiles, hashtags, posts.
  public var social: SocialAPI { SocialAPI(pipeline: pipeline) }
  /// Automations: workflows that a trigger starts.
  public var automations: AutomationsAPI { AutomationsAPI(pipeline: pipeline) }
  /// Events and their registrations.
  public var events: EventsAPI { EventsAPI(pipeline: pipeline) }

  /// Sends any operation, under the same limits, tokens and retries as every other call.
  ///
  /// - Parameter operation: The operation.
  /// - Returns: The decoded result.
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  public func send<Response>(_ operation: APIOperation<Response>) async throws -> Response {
    try await pipeline.send(operation)
  }
}

extension ConstantContact: Redacting {
  /// The host, without the tokens.
  public var description: String { "ConstantContact(\(configuration.baseURL.host() ?? ""))" }
}

public import ConstantContactAuth
public import ConstantContactCore
public import ConstantContactResources
public import ConstantContactTransport
public import ConstantContactURLSession

/// A client for a partner, who looks after other people's accounts.
///
/// ```swift
/// let partner = ConstantContactPartner(apiKey: "…", clientID: "…", clientSecret: "…")
/// for try await account in partner.api.accounts() { print(account.id) }
/// ```
public struct ConstantContactPartner: Sendable {
  /// The partner's operations.
  public let api: PartnerAPI

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - apiKey: The partner's API key, which every call carries.
  ///   - clientID: The partner's client id.
  ///   - clientSecret: Its secret.
  ///   - transport: What carries the bytes; `URLSession` by default.
  ///   - configuration: How calls are made. Partners may have higher limits than others: set them here.
  public init(
    apiKey: String,
    clientID: String,
    clientSecret: String,
    transport: any HTTPTransport = URLSessionTransport.shared,
    configuration: ConstantContactConfiguration = ConstantContactConfiguration()
  ) {
    self.init(
      apiKey: apiKey,
      tokens: PartnerTokenProvider(
        clientID: clientID, clientSecret: clientSecret, transport: transport, time: configuration.time),
      transport: transport,
      configuration: configuration
    )
  }

  /// Makes a client out of its parts.
  public init(
    apiKey: String,
    tokens: any AccessTokenProvider,
    transport: any HTTPTransport = URLSessionTransport.shared,
    configuration: ConstantContactConfiguration = ConstantContactConfiguration()
  ) {
    api = PartnerAPI(
      pipeline: CallPipeline(configuration: configuration, transport: transport, tokens: tokens), apiKey: apiKey)
  }

  private init(api: PartnerAPI) { self.api = api }

  /// The same client, some of whose options are changed.
  public func with(_ change: (inout CallOptions) -> Void) -> ConstantContactPartner {
    var options = options
    change(&options)
    return with(options)
  }

  /// The same client, whose calls are made with these options.
  public func with(_ options: CallOptions) -> ConstantContactPartner {
    ConstantContactPartner(api: api.with(options))
  }

  /// How this client's calls differ from what the configuration says.
  public var options: CallOptions { api.pipeline.options }
}

extension ConstantContactPartner: Redacting {
  /// Nothing of the keys.
  public var description: String { "ConstantContactPartner" }
}

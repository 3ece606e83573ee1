public import ConstantContactAuth
public import ConstantContactCore
public import ConstantContactResources
public import ConstantContactSystemTransport
public import ConstantContactTransport

/// A client for a partner, who manages the accounts of customers.
///
/// ```swift
/// let partner = ConstantContactPartner(apiKey: "…", clientID: "…", clientSecret: "…")
/// for try await account in partner.api.accounts() { print(account.id) }
/// ```
public struct ConstantContactPartner: Sendable {
  private var pipeline: CallPipeline

  /// Creates a client that requests the partner's tokens.
  ///
  /// - Parameters:
  ///   - apiKey: The partner's API key, which every request carries.
  ///   - clientID: The partner's client ID.
  ///   - clientSecret: The partner's client secret.
  ///   - transport: The transport; by default `URLSession`, on Linux libcurl.
  ///   - configuration: The configuration of calls. Partners may have higher limits: set them here.
  public init(
    apiKey: String,
    clientID: String,
    clientSecret: String,
    transport: any HTTPTransport = SystemTransport.shared,
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

  /// Creates a client from its parts.
  ///
  /// - Parameters:
  ///   - apiKey: The partner's API key, which every request carries.
  ///   - tokens: The source of access tokens.
  ///   - transport: The transport; by default `URLSession`, on Linux libcurl.
  ///   - configuration: The configuration of calls.
  public init(
    apiKey: String,
    tokens: any AccessTokenProvider,
    transport: any HTTPTransport = SystemTransport.shared,
    configuration: ConstantContactConfiguration = ConstantContactConfiguration()
  ) {
    pipeline = CallPipeline(
      configuration: configuration, transport: transport, tokens: tokens, credentials: ["x-api-key": apiKey])
  }

  /// The partner's operations.
  public var api: PartnerAPI { PartnerAPI(pipeline: pipeline) }

  /// Returns the same client with some of its options changed.
  public func with(_ change: (inout CallOptions) -> Void) -> ConstantContactPartner {
    var options = options
    change(&options)
    return with(options)
  }

  /// Returns the same client with these options for its calls.
  public func with(_ options: CallOptions) -> ConstantContactPartner {
    var client = self
    client.pipeline.options = options
    return client
  }

  /// The options that override the configuration.
  public var options: CallOptions { pipeline.options }
}

extension ConstantContactPartner: Redacting {
  /// The name of the type, without the keys.
  public var description: String { "ConstantContactPartner" }
}

internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

extension DeliveryReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case position, email, status, outcome, reason
    case contactID = "contact_id"
    case state, source
    case isConfirmed = "is_confirmed"
    case listIDs = "list_ids"
    case optInDate = "opt_in_date"
    case optInSource = "opt_in_source"
    case notes
  }

  /// Encodes the report. The email address and the contact ID are the only personal data.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(position, forKey: .position)
    try container.encodeIfPresent(email, forKey: .email)
    try container.encode(status, forKey: .status)
    try container.encode(outcome, forKey: .outcome)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encodeIfPresent(contactID, forKey: .contactID)
    try container.encodeIfPresent(state?.rawValue, forKey: .state)
    try container.encodeIfPresent(source, forKey: .source)
    try container.encodeIfPresent(isConfirmed, forKey: .isConfirmed)
    try container.encodeIfPresent(listIDs, forKey: .listIDs)
    try container.encodeIfPresent(optInDate, forKey: .optInDate)
    try container.encodeIfPresent(optInSource, forKey: .optInSource)
    try container.encode(notes, forKey: .notes)
  }
}

extension DeliveryReport.Outcome: Encodable {
  private enum CodingKeys: String, CodingKey { case kind, error }

  /// Encodes an object with the key `kind` (`created`, `updated`, `skipped`, `failed`, `not_attempted`, `would_create` or
  /// `would_update`) and the details.
  ///
  /// An error has the keys `code`, `message`, `operation`, `effect`, `status`, `request_ids` and `resumes_at`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .created:
      try container.encode("created", forKey: .kind)
    case .updated(let update):
      try container.encode("updated", forKey: .kind)
      try update.encode(to: encoder)
    case .skipped(let skip):
      try container.encode("skipped", forKey: .kind)
      try skip.encode(to: encoder)
    case .failed(let error):
      try container.encode("failed", forKey: .kind)
      try container.encode(EncodedError(error), forKey: .error)
    case .notAttempted(let error):
      try container.encode("not_attempted", forKey: .kind)
      try container.encode(EncodedError(error), forKey: .error)
    case .wouldCreate:
      try container.encode("would_create", forKey: .kind)
    case .wouldUpdate:
      try container.encode("would_update", forKey: .kind)
    }
  }
}

extension DeliveryReport.Skip: Encodable {
  private enum CodingKeys: String, CodingKey { case reason, position, state }

  /// Encodes an object with the key `reason` (`no_email`, `invalid_email`, `duplicate` or `exists`) and the details.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .noEmail:
      try container.encode("no_email", forKey: .reason)
    case .invalidEmail:
      try container.encode("invalid_email", forKey: .reason)
    case .duplicate(let position):
      try container.encode("duplicate", forKey: .reason)
      try container.encode(position, forKey: .position)
    case .exists(let state):
      try container.encode("exists", forKey: .reason)
      try container.encodeIfPresent(state?.rawValue, forKey: .state)
    }
  }
}

extension DeliveryReport.Note: Encodable {
  private enum CodingKeys: String, CodingKey { case kind, field, limit, reason, permission }

  /// Encodes an object with the key `kind` (`truncated`, `not_sent`, `permission_unchanged`, `confirmed_by_lookup` or
  /// `appeared_before_import`) and the details.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .truncated(let field, let limit):
      try container.encode("truncated", forKey: .kind)
      try container.encode(field, forKey: .field)
      try container.encode(limit, forKey: .limit)
    case .notSent(let field, let reason):
      try container.encode("not_sent", forKey: .kind)
      try container.encode(field, forKey: .field)
      try container.encode(reason, forKey: .reason)
      if case .tooLong(let limit) = reason { try container.encode(limit, forKey: .limit) }
    case .permissionUnchanged(let permission):
      try container.encode("permission_unchanged", forKey: .kind)
      try container.encode(permission, forKey: .permission)
    case .confirmedByLookup:
      try container.encode("confirmed_by_lookup", forKey: .kind)
    case .appearedBeforeImport:
      try container.encode("appeared_before_import", forKey: .kind)
    }
  }
}

extension DeliveryReport.Omission: Encodable {
  /// Encodes the reason's name in snake case, such as `no_custom_field`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let name =
      switch self {
      case .noCustomField: "no_custom_field"
      case .unknownChoice: "unknown_choice"
      case .tooLong: "too_long"
      case .invalid: "invalid"
      case .limitReached: "limit_reached"
      case .existingValue: "existing_value"
      case .secondEmail: "second_email"
      }
    try container.encode(name)
  }
}

/// The parts of an error that are safe to store.
private struct EncodedError: Encodable {
  let code: String
  let message: String
  let operation: String
  let effect: String
  let status: Int?
  let requestIDs: [String]
  let resumesAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case code, message, operation, effect, status
    case requestIDs = "request_ids"
    case resumesAt = "resumes_at"
  }

  init(_ error: ConstantContactError) {
    code = error.code.rawValue
    message = error.message
    operation = error.operation
    effect =
      switch error.effect {
      case .none: "none"
      case .uncertain: "uncertain"
      case .done: "done"
      }
    status = error.status?.rawValue
    requestIDs = error.requestIDs
    resumesAt = error.resumesAt.map { Timestamp($0) }
  }
}

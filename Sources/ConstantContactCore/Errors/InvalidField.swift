/// The field of a request that breaks a limit, with the limit and what was found, never the value.
public struct InvalidField: Sendable, Hashable {
  /// The field's name in the API, such as `job_title` or `email_address.address`; `pageSize` and the like for parameters of a method.
  public let name: String
  /// The largest length, count or number; `nil` when the field breaks another rule.
  public let limit: Int?
  /// The smallest length, count or number, where there is one above zero.
  public let minimum: Int?
  /// The length of the text in Unicode scalars, or the number of elements; `nil` for numbers.
  public let length: Int?

  /// Creates a description of a field.
  public init(name: String, limit: Int? = nil, minimum: Int? = nil, length: Int? = nil) {
    self.name = name
    self.limit = limit
    self.minimum = minimum
    self.length = length
  }
}

public import ConstantContactTransport

extension TransportBody {
  /// Encodes a value as a JSON body, as the library's own requests are encoded: keys sorted, slashes not escaped.
  ///
  /// - Throws: `EncodingError`.
  public static func json(_ value: some Encodable) throws -> TransportBody { try JSONCoding.body(value) }
}

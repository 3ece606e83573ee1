extension FakeConstantContact {
  /// The reason that a seed file was refused. See ``FakeConstantContact/seed(from:)``.
  public struct SeedError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with the file, by the path of the property, without its value.
    public let description: String
  }
}

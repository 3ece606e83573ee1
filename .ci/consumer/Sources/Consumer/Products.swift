import ConstantContactAuth
import ConstantContactKit
import ConstantContactTesting

/// Uses every library product, so that all their dependencies would be resolved.
func products() async throws -> ConstantContact {
  _ = OAuthScope.contactData
  return try await FakeConstantContact().client()
}

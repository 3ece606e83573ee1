import ConstantContactAuth
import ConstantContactKit
import ConstantContactTesting

/// Reaches every library product, so that what any of them depends on would be resolved.
func products() async throws -> ConstantContact {
  _ = OAuthScope.contactData
  return try await FakeConstantContact().client()
}

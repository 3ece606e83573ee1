extension FakeConstantContact {
  /// Makes the changes that the passing of time has brought, in order of time. Each request, edit and inspection calls it first.
  func settle() {
    // The changes themselves read the account, which would lead back here.
    guard pastDate == nil else { return }
    runDueActivities()
    settleCampaigns(until: now)
  }
}

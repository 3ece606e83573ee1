extension FakeConstantContact {
  /// Makes the changes that the passing of time has brought. Each request, edit and inspection calls it first.
  func settle() { settleCampaigns(until: now) }
}

public import ConstantContactKit

extension LeadRow {
  /// Returns the lead that the row describes.
  ///
  /// - Parameter customFields: The columns for custom fields, by the name of the custom field.
  public func lead(customFields: [String: String] = [:]) -> Lead {
    func value(_ field: LeadField) -> String? { self[field.rawValue] }
    var lead = Lead()
    lead.workEmail = value(.workEmail)
    lead.personalEmail = value(.personalEmail)
    lead.firstName = value(.firstName)
    lead.lastName = value(.lastName)
    lead.jobTitle = value(.jobTitle)
    lead.companyName = value(.companyName)
    lead.workPhone = value(.workPhone)
    lead.personalPhone = value(.personalPhone)
    lead.address = Lead.Address(
      street: value(.street),
      city: value(.city),
      state: value(.state),
      postalCode: value(.postalCode),
      country: value(.country)
    )
    lead.customFields = customFields.compactMapValues { self[$0] }
    return lead
  }
}

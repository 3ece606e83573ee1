public import ConstantContactKit

extension LeadRow {
  /// The columns that become properties of a lead.
  public static let leadColumns = [
    "work_email", "personal_email", "first_name", "last_name", "job_title", "company_name", "work_phone",
    "personal_phone", "street", "city", "state", "postal_code", "country",
  ]

  /// The lead that a row tells of.
  ///
  /// - Parameter customFields: Columns by the name of the custom field that takes them.
  public func lead(customFields: [String: String] = [:]) -> Lead {
    var lead = Lead()
    lead.workEmail = self["work_email"]
    lead.personalEmail = self["personal_email"]
    lead.firstName = self["first_name"]
    lead.lastName = self["last_name"]
    lead.jobTitle = self["job_title"]
    lead.companyName = self["company_name"]
    lead.workPhone = self["work_phone"]
    lead.personalPhone = self["personal_phone"]
    lead.address = Lead.Address(
      street: self["street"],
      city: self["city"],
      state: self["state"],
      postalCode: self["postal_code"],
      country: self["country"]
    )
    lead.customFields = customFields.compactMapValues { self[$0] }
    return lead
  }
}

public import ConstantContactTransport

/// Somebody who may become a contact, as a form or a visit tells of them. Everything may be missing; blanks around values
/// are taken off, and what is blank counts as missing.
public struct Lead: Sendable, Hashable {
  /// A postal address.
  public struct Address: Sendable, Hashable {
    /// Number and street.
    public var street: String?
    /// What does not fit the first line. Constant Contact has one line: both are joined with a comma.
    public var street2: String?
    /// The city.
    public var city: String?
    /// The state or province, by name or code.
    public var state: String?
    /// The postal code.
    public var postalCode: String?
    /// The country, by name or code.
    public var country: String?

    /// Makes an address.
    public init(
      street: String? = nil,
      street2: String? = nil,
      city: String? = nil,
      state: String? = nil,
      postalCode: String? = nil,
      country: String? = nil
    ) {
      self.street = street
      self.street2 = street2
      self.city = city
      self.state = state
      self.postalCode = postalCode
      self.country = country
    }
  }

  /// The e-mail address at work: the one that is used, if it can be an address at all.
  public var workEmail: String?
  /// The private e-mail address, used when there is none at work.
  public var personalEmail: String?
  /// The first name.
  public var firstName: String?
  /// The last name.
  public var lastName: String?
  /// The job title.
  public var jobTitle: String?
  /// The company.
  public var companyName: String?
  /// The phone at work: the one that is used, labelled `work`.
  public var workPhone: String?
  /// The private phone, used when there is none at work, labelled `mobile`.
  public var personalPhone: String?
  /// The company's phone, sent in addition, labelled `other`, or `work` when no other phone is.
  public var companyPhone: String?
  /// The address.
  public var address = Address()
  /// The company's address, sent in addition, labelled `work`, or `other` when ``address`` is labelled so.
  public var companyAddress = Address()
  /// What Constant Contact has no property for, by the label or name of a custom field: `["Salutation": "Dr."]`.
  public var customFields: [String: String] = [:]

  /// Makes an empty lead.
  public init() {}

  /// Makes a lead with a name and an address.
  public init(email: String?, firstName: String? = nil, lastName: String? = nil) {
    workEmail = email
    self.firstName = firstName
    self.lastName = lastName
  }
}

extension Lead: Redacting {
  /// None of the personal data.
  public var description: String { "Lead" }
}

extension Lead.Address: Redacting {
  /// None of the personal data.
  public var description: String { "Address" }
}

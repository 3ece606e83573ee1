/// The contract's limits on a contact, in characters (Unicode scalars) or elements.
package enum ContactLimits {
  package static let emailAddress = 80
  /// First name, last name, job title, company; city, state, postal code, country.
  package static let name = 50
  package static let anniversary = 10
  package static let street = 255
  package static let phoneNumber = 25
  package static let customFieldValue = 255
  package static let lists = 50
}

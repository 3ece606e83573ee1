public import ConstantContactResources

extension BulkImport {
  /// Options of an import.
  public struct Options: Sendable {
    /// The form in which contacts are sent.
    public enum Format: String, Sendable, Hashable, CaseIterable {
      /// A CSV file per chunk. Its name identifies the activity when a response is lost.
      ///
      /// It has no columns for home, work, mobile and other phone numbers and for work and other addresses, and at most 25 custom fields
      /// in all.
      case csv
      /// JSON, which holds every property of a contact.
      case json
    }

    /// The lists to add the contacts to, 1 to 50. Names are resolved before anything is sent.
    public var lists: [ListReference] = []
    /// Whether the contacts agreed to text messages; not set by default.
    public var smsPermission: ImportSMSPermission?
    /// The form in which contacts are sent. `nil`, the default, is CSV, or JSON when a value of any contact requires it.
    public var format: Format?
    /// Whether to create missing custom fields, as text; false by default: a missing field ends the import before anything is sent.
    public var createsCustomFields = false
    /// Whether to add missing choices to custom fields; false by default: contacts with an unknown choice are rejected.
    public var createsCustomFieldChoices = false
    /// Whether to read the imported contacts afterwards, which tells created from updated contacts and finds rejected ones; true by default.
    ///
    /// It takes a request for each 500 contacts that changed since the import started. Without it, every contact that was sent is
    /// reported as unconfirmed.
    public var reconciles = true
    /// Returns why the contact with an email address must not be sent; `nil` by default: all are sent.
    ///
    /// Use it with a list of deleted or unsubscribed contacts. Addresses are passed in lowercase. The decisions of the first run apply
    /// when the import is continued.
    public var holdBack: (@Sendable (_ email: String) -> HoldBack?)?
    /// How often the state of the activities is requested, and for how long.
    public var polling = ActivityPolling()
    /// Receives the progress.
    public var progress: (@Sendable (Progress) -> Void)?

    /// Creates the default options.
    ///
    /// - Parameter lists: The lists to add the contacts to.
    public init(lists: [ListReference] = []) { self.lists = lists }
  }

  /// The limits of one chunk.
  package struct Limits: Sendable {
    /// The bytes of a request body's contents, the envelope included.
    package var bytes = BulkActivityLimits.importedBytes
    /// The lines, of which a CSV file's heading is one.
    package var lines = BulkActivityLimits.importedContacts
  }
}

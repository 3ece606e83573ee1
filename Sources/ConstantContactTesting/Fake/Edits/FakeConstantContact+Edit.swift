extension FakeConstantContact {
  /// A change that a person makes in the web interface, or a contact by a link in an email.
  public enum Edit: Sendable, Hashable {
    /// Renames a list.
    case renameList(_ id: String, to: String)
    /// Deletes a list and takes all contacts off it.
    case deleteList(_ id: String)
    /// Changes the label of a custom field.
    case renameCustomField(_ id: String, to: String)
    /// Deletes a custom field and its values.
    case deleteCustomField(_ id: String)
    /// Adds a choice to a custom field of type `single_select` or `multi_select`.
    case addChoice(_ label: String, toCustomField: String)
    /// Deletes a choice, by its label, and removes it from all contacts.
    case deleteChoice(_ label: String, ofCustomField: String)
    /// Renames a tag.
    case renameTag(_ id: String, to: String)
    /// Deletes a tag and removes it from all contacts.
    case deleteTag(_ id: String)
    /// Unsubscribes a contact; by the contact itself by default.
    ///
    /// An opt-out by `"Contact"` cannot be undone by the account and does not move `updated_at`.
    case unsubscribe(_ contact: String, by: String = "Contact", reason: String? = nil)
    /// Deletes a contact, which keeps its address taken.
    case deleteContact(_ id: String)
    /// Restores a deleted contact with these lists; with its former permission.
    case reviveContact(_ id: String, lists: [String] = [])
    /// Changes a contact's email address.
    case changeAddress(_ contact: String, to: String)
    /// Confirms a pending opt-in or a resubscribe email: the permission becomes `explicit`.
    case confirm(_ contact: String)
    /// Ends a bulk activity that waits or runs, without its work.
    case endActivity(_ id: String, _ end: ActivityEnd)
  }

  /// The reason that an ``Edit`` was refused.
  public struct EditError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with the edit.
    public let description: String
  }
}

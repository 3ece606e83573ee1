public import ConstantContactCore

/// A workflow that makes several kinds of calls, and states beforehand which.
public protocol APIWorkflow: Sendable {
  /// The operations that the workflow may call.
  var operations: Set<OperationDescriptor> { get }
}

extension ContactPusher: APIWorkflow {
  /// The operations that a push with these options may call.
  public var operations: Set<OperationDescriptor> {
    var operations: Set<OperationDescriptor> = [.contactsList, .contactsGet, .contactsCreate]
    if options.existingContact != .skip { operations.insert(.contactsReplace) }
    if options.lists.contains(where: { if case .name = $0 { true } else { false } }) { operations.insert(.listsList) }
    operations.insert(.customFieldsList)
    if options.createsCustomFields { operations.insert(.customFieldsCreate) }
    if options.createsCustomFieldChoices { operations.formUnion([.customFieldsGet, .customFieldsReplace]) }
    if options.strategy == .fewestRequests {
      operations.formUnion([
        .activitiesExportContacts, .activitiesExportedCSV, .activitiesImportContacts, .activitiesGet,
      ])
    }
    return operations
  }
}

public import ConstantContactCore
internal import ConstantContactResources

extension BulkImport: APIWorkflow {
  /// The operations that an import with these options may call.
  public var operations: Set<OperationDescriptor> {
    var operations: Set<OperationDescriptor> = [
      .activitiesImportCSV, .activitiesImportContacts, .activitiesGet, .activitiesList, .customFieldsList,
    ]
    if options.lists.contains(where: { if case .name = $0 { true } else { false } }) { operations.insert(.listsList) }
    if options.createsCustomFields { operations.insert(.customFieldsCreate) }
    if options.createsCustomFieldChoices { operations.formUnion([.customFieldsGet, .customFieldsReplace]) }
    if options.reconciles { operations.insert(.contactsList) }
    return operations
  }
}

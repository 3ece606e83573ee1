import ConstantContactKit

extension Walk {
  static let customFields: [Step] = [
    Step(.customFieldsList) { try await $0.customFields.list(pageSize: 25).allPages() },
    Step(.customFieldsGet) { try await $0.customFields.get("1a2b3c4d-0000-11ee-8000-00000000000c") },
    Step(.customFieldsCreate) { client in
      var field = NewCustomField(label: "Favorite colour", kind: .singleSelect)
      var metadata = CustomFieldMetadata()
      metadata.displayType = "radio"
      metadata.allowsNegative = false
      metadata.decimalPlaces = 2
      metadata.currencyCode = "USD"
      metadata.isInteger = false
      metadata.displayFormat = "MM/DD/YYYY"
      field.metadata = metadata
      field.choices = [CustomFieldChoice("Blue", displayOrder: 1)]
      field.version = 2
      return try await client.customFields.create(field)
    },
    Step(.customFieldsReplace) { client in
      do {
        return try await client.customFields.update("1a2b3c4d-0000-11ee-8000-00000000000c") { draft in
          draft.label = "Favorite loaf"
          var renamed = CustomFieldChoice("Rye", displayOrder: 4)
          renamed.id = "31"
          draft.choices = (draft.choices ?? []) + [renamed, CustomFieldChoice("Spelt", displayOrder: 5)]
        }
      } catch let error as ConstantContactError where error.status == nil && error.code == .unreadableResponse {
        // A minimal response has a choice without an ID, which an update does not write.
        let body = try JSONCoding.body(["label": "Favorite loaf"])
        let operation = try APIOperation<CustomField>.json(
          .customFieldsReplace, path: ["1a2b3c4d-0000-11ee-8000-00000000000c"], body: body)
        return try await client.send(operation)
      }
    },
    Step(.customFieldsDelete) { try await $0.customFields.delete("1a2b3c4d-0000-11ee-8000-00000000000c") },
  ]
}

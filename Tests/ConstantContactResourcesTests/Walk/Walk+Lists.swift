import ConstantContactKit

extension Walk {
  static let lists: [Step] = [
    Step(.listsList) { client in
      var filter = ListFilter(name: "Newsletter", status: .active, membershipCount: .active)
      filter.channel = .email
      filter.countsSMSMemberships = true
      return try await client.lists.list(filter, pageSize: 25, countingAll: true).firstPage()
    },
    Step(.listsGet) { try await $0.lists.get("1a2b3c4d-0000-11ee-8000-00000000000a", counting: .all) },
    Step(.listsCreate) { client in
      try await client.lists.create(ListDraft(name: "Newsletter", description: "Monthly", isFavorite: true))
    },
    Step(.listsReplace) { client in
      try await client.lists.update("1a2b3c4d-0000-11ee-8000-00000000000a") { $0.description = "Weekly" }
    },
    Step(.listsCrossReferences) { try await $0.lists.crossReferences(forV2IDs: ["1995998026"]) },
    Step(.listsDelete) { try await $0.lists.delete("1a2b3c4d-0000-11ee-8000-00000000000a") },
  ]
}

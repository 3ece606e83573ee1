import ConstantContactKit

extension Walk {
  static let tags: [Step] = [
    Step(.tagsList) { try await $0.tags.list(pageSize: 25, countingContacts: true).allPages() },
    Step(.tagsGet) { try await $0.tags.get("1a2b3c4d-0000-11ee-8000-00000000000b", countingContacts: true) },
    Step(.tagsCreate) { try await $0.tags.create(NewContactTag(name: "Regular", source: "Till")) },
    Step(.tagsRename) { try await $0.tags.update("1a2b3c4d-0000-11ee-8000-00000000000b") { $0.name = "Old friend" } },
    Step(.tagsDelete) { try await $0.tags.delete("1a2b3c4d-0000-11ee-8000-00000000000b") },
  ]
}

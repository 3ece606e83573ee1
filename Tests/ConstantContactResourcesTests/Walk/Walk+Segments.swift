import ConstantContactKit

extension Walk {
  static let segments: [Step] = [
    Step(.segmentsList) { try await $0.segments.list(by: .name, pageSize: 25).allPages() },
    Step(.segmentsGet) { try await $0.segments.get("14") },
    Step(.segmentsCreate) { try await $0.segments.create(SegmentDraft(name: "Sleepers", criteria: criteria)) },
    Step(.segmentsReplace) {
      try await $0.segments.replace("14", with: SegmentDraft(name: "Sleepers", criteria: criteria))
    },
    Step(.segmentsRename) { try await $0.segments.rename("14", to: "Late risers") },
    Step(.segmentsDelete) { try await $0.segments.delete("14") },
  ]

  private static let criteria = SegmentCriteria(all: [
    SegmentCriteria.Condition(.tracking, "not_opened", "contains-any", constant: "last-n-campaigns", parameter: "5"),
    .any([SegmentCriteria.Condition(.contact, "state", "equals", value: .string("MA"))]),
  ])
}

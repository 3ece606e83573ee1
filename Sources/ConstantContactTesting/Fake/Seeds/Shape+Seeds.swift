extension Shape {
  private static let text = Shape.text(min: 1, max: 255)
  private static let names = Shape.list(of: text, max: 1_000)

  private static func rows(_ shapes: [String: Shape], _ required: [String]) -> Shape {
    .list(of: .object(shapes, required: required), max: 10_000_000)
  }

  private static let registrations = rows(
    [
      "first_name": text, "last_name": text, "email": text, "payment_method": text,
      "tickets": rows(["name": text, "price": .anything], ["name"]),
    ], ["email"])

  /// A seed file. See ``FakeConstantContact/seed(from:)``.
  static let seed = Shape.object(
    [
      "lists": rows(["id": text, "name": text], ["name"]),
      "tags": rows(["id": text, "name": text], ["name"]),
      "custom_fields": rows(["id": text, "label": text, "type": text, "choices": names], ["label"]),
      "contacts": rows(
        [
          "id": text, "email": text, "state": .oneOf(FakeConstantContact.Contact.State.allCases.map(\.rawValue)),
          "first_name": .text(max: 50), "last_name": .text(max: 50), "job_title": .text(max: 50),
          "company_name": .text(max: 50), "lists": names, "tags": names, "custom_fields": .anything,
        ], []),
      "events": rows(
        ["id": text, "name": text, "status": text, "start": text, "track_id": text, "registrations": registrations],
        ["name"]),
      "automations": rows(["id": text, "name": text, "status": text, "goals": names], ["name"]),
      "social_profiles": rows(["id": text, "name": text, "network": text, "accessible": .boolean], ["name"]),
      "hashtag_groups": rows(["name": text, "hashtags": names], ["name"]),
      "accounts": rows(["id": text, "organization_name": text, "managed": .boolean], ["organization_name"]),
    ],
    required: []
  )
}

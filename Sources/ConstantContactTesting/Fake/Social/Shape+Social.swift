extension Shape {
  /// `PostCreateDto` of the contract. Read-only properties are ignored.
  static let socialPost = Shape.object(
    [
      "campaign_id": .anything, "name": .text(max: 255), "scheduled_time": .text(max: 40),
      "status": .oneOf(["DRAFT", "SCHEDULED"]),
      "profile_posts": .list(
        of: .object(
          [
            "post_content_id": .anything, "text": .text(max: 63_206), "settings": .anything,
            "images": .list(
              of: .object(["image_id": .anything, "url": .text(min: 1, max: 2_000)], required: ["url"]), max: 35),
            "profiles": .list(
              of: .object(
                [
                  "profile_id": .text(min: 1, max: 100), "account_username": .anything,
                  "campaign_activity_id": .anything, "campaign_activity_status": .anything,
                  "campaign_activity_status_date": .anything, "campaign_activity_status_message": .anything,
                  "image_url": .anything, "network": .anything, "network_post_id": .anything, "post_url": .anything,
                  "profile_name": .anything,
                ],
                required: ["profile_id"]), max: 100),
          ],
          required: ["profiles"]), max: 100),
    ],
    required: ["profile_posts", "status"]
  )
}

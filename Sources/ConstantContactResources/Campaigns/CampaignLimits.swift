internal import ConstantContactCore

/// The limits of an email's properties.
enum CampaignLimits {
  static let trackingImage = "[[trackingImage]]"

  static func hasTrackingImage(_ html: String) -> Bool { html.contains(trackingImage) }

  static func check(
    fromEmail: String,
    fromName: String,
    replyToEmail: String,
    subject: String,
    preheader: String?,
    html: String?,
    _ operation: String
  ) throws {
    let check = InputCheck(operation)
    for (field, value) in [
      ("from_email", fromEmail), ("from_name", fromName), ("reply_to_email", replyToEmail), ("subject", subject),
    ] {
      try check.require(!value.isEmpty, field, "is empty")
    }
    try check.length("from_email", fromEmail, limit: 80)
    try check.length("from_name", fromName, limit: 100)
    try check.length("reply_to_email", replyToEmail, limit: 80)
    try check.length("preheader", preheader, limit: 200)
    try check.length("html_content", html, limit: 150_000)
  }
}

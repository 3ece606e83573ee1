import ConstantContactKit
import Foundation

extension Walk {
  private static let campaign: CampaignID = "5b0ad1d2-7a3c-4c11-9a51-0f6b6c1d2e01"
  private static let email: CampaignActivityID = "8f5d2f40-13ab-4f0e-8d6e-2b9c5a1e7701"
  private static let date = Date(timeIntervalSince1970: 1_780_299_000)

  static let campaigns: [Step] = [
    Step(.campaignsList) { client in
      try await client.campaigns.list(
        updatedAfter: date, updatedBefore: date.addingTimeInterval(0.25), pageSize: 25
      ).allPages()
    },
    Step(.campaignsCreate) { client in
      var campaign = NewCampaign(
        name: "Seeds for June", from: "ann@example.com", fromName: "Ann's Garden", replyTo: "replies@example.com",
        subject: "Time to sow", html: "<html><body>[[trackingImage]]<p>Sow now.</p></body></html>")
      campaign.preheader = "What to sow this week"
      campaign.physicalAddressInFooter = address
      return try await client.campaigns.create(campaign)
    },
    Step(.campaignsGet) { try await $0.campaigns.get(campaign) },
    Step(.campaignsRename) { try await $0.campaigns.rename(campaign, to: "Summer in the garden") },
    Step(.campaignsDelete) { try await $0.campaigns.delete(campaign) },
    Step(.campaignsCrossReferences) {
      try await $0.campaigns.crossReferences(forV2IDs: ["1100500000002", "1100500000001"])
    },
  ]

  static let campaignActivities: [Step] = [
    Step(.campaignActivitiesGet) { client in
      try await client.campaignActivities.get(
        email, including: [.physicalAddressInFooter, .permalinkURL, .htmlContent, .documentProperties])
    },
    Step(.campaignActivitiesReplace) { client in
      try await client.campaignActivities.update(email) { draft in
        draft.segmentIDs = []
        draft.contactListIDs = ["0c7f3a3e-90d2-4b53-a9de-9d2d1b6f4a10"]
        draft.subject = "Time to plant"
        draft.htmlContent = "<html><body>[[trackingImage]]<p>Plant now.</p></body></html>"
      }
    },
    Step(.campaignActivitiesReplace) { client in
      var draft = CampaignActivityDraft(
        from: "ann@example.com", fromName: "Ann's Garden", replyTo: "ann@example.com", subject: "Time to plant")
      draft.segmentIDs = ["14"]
      draft.preheader = "What to plant this week"
      draft.physicalAddressInFooter = address
      draft.documentProperties = properties
      draft.documentID = "d2ce5a0e-0c0c-4b6d-9a1f-a4f0c1f53a10"
      return try await client.campaignActivities.replace(email, with: draft)
    },
    Step(.campaignActivitiesSchedules) { try await $0.campaignActivities.schedules(of: email).allPages() },
    Step(.campaignActivitiesSchedule) { client in
      try await client.campaignActivities.sendNow(email)
      return try await client.campaignActivities.schedule(email, at: Date(timeIntervalSince1970: 4_102_444_800))
    },
    Step(.campaignActivitiesUnschedule) { try await $0.campaignActivities.unschedule(email) },
    Step(.campaignActivitiesSendTest) {
      try await $0.campaignActivities.sendTest(
        email, to: ["ann@example.com", "bea@example.com"], message: "Please look.")
    },
    Step(.campaignActivitiesPreview) { try await $0.campaignActivities.preview(email) },
    Step(.campaignActivitiesSendHistory) { try await $0.campaignActivities.sendHistory(of: email).allPages() },
    Step(.campaignActivitiesResends) { try await $0.campaignActivities.resends(of: email).allPages() },
    Step(.campaignActivitiesCreateResend) { client in
      let inMinutes = NewNonOpenerResend(subject: "Still time to sow", after: .minutes(720))
      try await client.campaignActivities.createResend(inMinutes, of: email)
      return try await client.campaignActivities.createResend(
        NewNonOpenerResend(subject: "Still time to sow", after: .days(7)), of: email)
    },
    Step(.campaignActivitiesDeleteResend) { try await $0.campaignActivities.deleteResend(.draft, of: email) },
    Step(.campaignActivitiesABTest) { try await $0.campaignActivities.abTest(of: email) },
    Step(.campaignActivitiesCreateABTest) {
      try await $0.campaignActivities.createABTest(
        NewABTest(alternativeSubject: "Sow it now", testSize: 30, winnerWaitHours: 24), of: email)
    },
    Step(.campaignActivitiesDeleteABTest) { try await $0.campaignActivities.deleteABTest(of: email) },
  ]

  private static var address: CampaignPhysicalAddress {
    var address = CampaignPhysicalAddress(
      organizationName: "Ann's Garden", line1: "1 Garden Lane", countryCode: "US")
    address.line2 = "Glasshouse 2"
    address.line3 = "Back door"
    address.optionalLine = "Behind the mill"
    address.city = "Waltham"
    address.stateCode = "MA"
    address.stateNonUSName = "Massachusetts"
    address.postalCode = "02451"
    return address
  }

  private static var properties: CampaignDocumentProperties {
    var properties = CampaignDocumentProperties()
    properties.styleContent = ".green{color:#080;}"
    properties.greetingSalutation = "Dear"
    properties.greetingName = .both
    properties.greetingSecondary = "Hello!"
    properties.isSubscribeLinkEnabled = true
    properties.subscribeLinkName = "Subscribe"
    properties.textContent = "<Text/>"
    properties.isPermissionReminderEnabled = false
    properties.permissionReminder = "You asked for our letter."
    properties.isViewAsWebpageEnabled = true
    properties.viewAsWebpageText = "Trouble reading this?"
    properties.viewAsWebpageLinkName = "Read it on the web"
    properties.isForwardEmailLinkEnabled = false
    properties.forwardEmailLinkName = "Forward"
    return properties
  }
}

import ConstantContactKit
import Foundation

extension Walk {
  static let partner: [Step] = [
    Step(.partnerAccounts) { try await $0.partner.accounts(.managed, pageSize: 25).allPages() },
    Step(.partnerProvision) { client in
      var account = AccountProvision(
        contactEmail: "ann@example.com", countryCode: "US", stateCode: "MA", loginName: "ann-lee")
      account.password = "rye-and-spelt"
      account.externalID = "ext-1"
      account.externalProvider = "provider"
      account.firstName = "Ann"
      account.lastName = "Lee"
      account.organizationName = "Lee & Daughters"
      account.organizationPhone = "555 0100"
      account.contactPhone = "555 0101"
      account.timeZoneID = "US/Eastern"
      account.website = "https://www.example.com"
      account.partnerAccountID = "p-1"
      account.billingLocale = "en_US"
      account.isManaged = true
      account.hasSingleBilling = false
      account.optsOutOfGDPR = false
      return try await client.partner.provision(account)
    },
    Step(.partnerPlan) { try await $0.partner.plan(of: "a07e1") },
    Step(.partnerSetPlan) { try await $0.partner.setPlan(of: "a07e1", to: .gold, groupID: 3, billingDay: 28) },
    Step(.partnerCancel) { client in
      try await client.partner.cancel(
        "a07e1", AccountCancellation(reason: .missingFeature, effectiveDate: Date(timeIntervalSince1970: 1_777_593_600))
      )
    },
    Step(.partnerProxy) { client in
      var operation = ProxiedOperation(.get, "/contacts/{contact_id}")
      operation.pathParameters = ["contact_id": "1a2b3c4d-0000-11ee-8000-000000000001"]
      operation.query = ["include": "notes"]
      operation.headers = ["Accept": "application/json"]
      operation.body = .object(["a": .integer(1)])
      let response = try await client.partner.proxy(operation, for: "a07e1")
      return try JSONBody(response.body)
    },
    Step(.partnerAddUser) { client in
      let user = SSOUser(
        firstName: "Ann", lastName: "Lee", role: .campaignCreator, contactEmail: "ann@example.com",
        loginName: "ann-lee", externalID: "ext-1", externalProvider: "provider")
      return try await client.partner.addUser(user, to: "a07e1")
    },
    Step(.partnerUnsubscribe) { client in
      var contacts = PartnerUnsubscription(["ann@example.com"], source: .contact)
      contacts.reason = "Moved."
      contacts.deletesContacts = false
      contacts.isGlobal = true
      return try await client.partner.unsubscribe(contacts, from: "a07e1")
    },
    Step(.partnerWebhooks) { try await $0.partner.webhooks().allPages() },
    Step(.partnerWebhook) { try await $0.partner.webhook(.tierIncrease) },
    Step(.partnerSetWebhook) { client in
      try await client.partner.setWebhook(.tierDecrease, callback: "https://www.example.com/hooks")
    },
    Step(.partnerDeleteWebhook) { try await $0.partner.deleteWebhook(.accountCancel) },
    Step(.partnerTestWebhook) { try await $0.partner.testWebhook(.accountDisable) },
  ]
}

extension ConstantContact {
  /// The partner's operations on the same transport.
  var partner: PartnerAPI {
    PartnerAPI(
      pipeline: CallPipeline(
        configuration: pipeline.configuration, transport: pipeline.transport, tokens: pipeline.tokens,
        credentials: ["x-api-key": "key"]))
  }
}

struct JSONBody: Sendable, ProxiedBody {
  let json: RawJSON?

  init(_ body: Data) throws { json = body.isEmpty ? nil : try JSONCoding.decode(body) }
}

import ConstantContactKit

extension Walk {
  static let account: [Step] = [
    Step(.accountPrivileges) { try await $0.account.privileges().allPages() },
    Step(.accountSummary) { try await $0.account.summary(including: [.physicalAddress, .companyLogo]) },
    Step(.accountUpdateSummary) { client in
      try await client.account.updateSummary { details in
        details.contactEmail = "owner@example.com"
        details.contactPhone = "555-0100-1"
        details.countryCode = "CA"
        details.firstName = "Robin"
        details.lastName = "Rivers"
        details.organizationName = "Rivers and Daughters"
        details.organizationPhone = "555-0101-1"
        details.stateCode = "ON"
        details.timeZoneID = "US/Central"
        details.website = "https://rivers.example.com"
      }
    },
    Step(.accountPhysicalAddress) { try await $0.account.physicalAddress() },
    Step(.accountCreatePhysicalAddress) { client in
      try await client.account.createPhysicalAddress(
        PhysicalAddress(
          line1: "1 Quay", line2: "Door 2", line3: "Suite 3", city: "Harbor", stateCode: "ME", stateName: "Maine",
          postalCode: "04999", countryCode: "US"))
    },
    Step(.accountReplacePhysicalAddress) { client in
      try await client.account.updatePhysicalAddress { $0.line1 = "2 Quay" }
    },
    Step(.accountEmails) { client in
      _ = try await client.account.emails(.status(.confirmed)).collect()
      _ = try await client.account.emails(.role(.replyTo)).collect()
      _ = try await client.account.emails(.address("news@example.com")).collect()
      return try await client.account.emails().allPages()
    },
    Step(.accountAddEmail) { try await $0.account.addEmail("press@example.com") },
  ]
}

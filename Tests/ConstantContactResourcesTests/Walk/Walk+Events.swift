import ConstantContactKit
import Foundation

extension Walk {
  static let events: [Step] = [
    Step(.eventsList) { client in
      var filter = EventFilter(status: .active, searchText: "bread")
      filter.order = .startTime
      filter.isDescending = true
      let page = try await client.events.list(filter, pageSize: 25).firstPage()
      for cursor in [page?.previous, page?.next].compactMap(\.self) {
        _ = try await client.events.list(filter, from: cursor).firstPage()
      }
      return page
    },
    Step(.eventsCreate) { client in
      try await client.events.create(
        name: "Bread day", startsAt: Date(timeIntervalSince1970: 1_777_626_000),
        endsAt: Date(timeIntervalSince1970: 1_777_654_800),
        placeholderCampaignID: "1a2b3c4d-0000-11ee-8000-000000000041")
    },
    Step(.eventsGet) { try await $0.events.get(event, includingSettings: true) },
    Step(.eventsUpdate) { try await $0.events.update(event) { $0 = changes } },
    Step(.eventsCopy) { client in
      try await client.events.copy(
        event, named: "Bread day again", campaignActivities: ["1a2b3c4d-0000-11ee-8000-000000000042"])
    },
    Step(.eventsCheckIn) { try await $0.events.checkIn(["key-1"], at: event) },
    Step(.eventsUndoCheckIn) { try await $0.events.undoCheckIn(["key-1"], at: event) },
    Step(.eventsRegistrations) { client in
      var filter = EventRegistrationFilter(status: .registered, paymentStatus: .paid)
      filter.searchText = "lee"
      filter.order = .lastName
      filter.isDescending = false
      let page = try await client.events.registrations(of: event, track: "trk", filter, pageSize: 25).firstPage()
      for cursor in [page?.previous, page?.next].compactMap(\.self) {
        _ = try await client.events.registrations(of: event, track: "trk", filter, from: cursor).firstPage()
      }
      return page
    },
    Step(.eventsRegistration) { try await $0.events.registration("reg-1", of: event, track: "trk") },
    Step(.eventsSetRegistrationStatus) { client in
      try await client.events.setStatus(
        of: ["reg-1", "reg-2"], to: .canceled, event: event, track: "trk", increasesCount: true,
        increasesItemCount: false, returnsItems: true)
    },
    Step(.eventsSetPaymentStatus) { client in
      try await client.events.setPaymentStatus(of: ["reg-1"], to: .refunded, event: event, track: "trk")
    },
  ]

  private static let event: EventID = "1a2b3c4d-0000-11ee-8000-000000000041"

  private static let date = Timestamp(text: "2026-05-01T09:00:00.000Z")

  private static var promoCode: EventPromoCode {
    EventPromoCode {
      $0.id = "123456"
      $0.name = "WIN95"
      $0.description = "A promotion"
      $0.type = "PERCENT"
      $0.scope = "ORDER_TOTAL"
      $0.discountAmount = 10
      $0.discountPercent = 20
      $0.quantityTotal = 1000
      $0.quantityUsed = 500
      $0.quantityAvailable = 500
      $0.isPaused = false
      $0.isTimeLimited = true
      $0.startsAt = date
      $0.endsAt = date
      $0.deletedAt = date
      $0.status = "AVAILABLE"
      $0.statusLabels = [EventStatusLabel { $0.label = "Available" }]
      $0.items = [
        EventPromoCode.Item {
          $0.id = "ITEM123"
          $0.name = "Loaf"
          $0.isAssociated = true
          $0.isShownOnRedemption = true
          $0.isHidden = false
        }
      ]
      $0.tickets = [
        EventPromoCode.Ticket {
          $0.id = "TICKET123"
          $0.name = "Seat"
          $0.type = "PAID"
          $0.isAssociated = false
          $0.isShownOnRedemption = true
          $0.isHidden = true
        }
      ]
    }
  }

  private static var changes: EventChanges {
    var changes = EventChanges()
    changes.title = "Bread day"
    changes.name = "Bread day 2026"
    changes.description = "All about bread."
    changes.startsAt = Date(timeIntervalSince1970: 1_777_626_000)
    changes.endsAt = Date(timeIntervalSince1970: 1_777_654_800)
    changes.type = "FAIR"
    changes.locationType = "PHYSICAL"
    changes.timeZone = "US/Eastern"
    changes.status = .active
    changes.currency = "USD"
    var address = EventAddress()
    address.type = "EVENT"
    address.locationName = "The mill"
    address.line1 = "1 Mill Lane"
    address.line2 = "Back door"
    address.city = "Waltham"
    address.state = "Massachusetts"
    address.stateCode = "MA"
    address.postalCode = "02451"
    address.country = "United States"
    address.countryCode = "US"
    address.latitude = 42.5
    address.longitude = -71.25
    (address.createdAt, address.updatedAt) = (date, date)
    changes.address = address
    var contact = EventContact()
    contact.name = "Ann Lee"
    contact.organizationName = "Lee & Daughters"
    contact.emailAddress = "ann@example.com"
    contact.fromEmailAddress = "mill@example.com"
    contact.phoneNumber = "+1 555 0100"
    (contact.createdAt, contact.updatedAt) = (date, date)
    changes.contact = contact
    var meeting = EventOnlineMeeting()
    meeting.isEnabled = true
    meeting.label = "Stream"
    meeting.url = "https://www.example.com/stream"
    meeting.instructions = "Bring flour."
    meeting.provider = "OTHER"
    (meeting.createdAt, meeting.updatedAt) = (date, date)
    changes.onlineMeeting = meeting
    var track = EventChanges.Track()
    track.registrationType = "TICKETED"
    track.registrationEndsAt = Date(timeIntervalSince1970: 1_777_568_400)
    track.isClosed = false
    track.capacity = 40
    track.isLimitedToOneTicket = true
    track.ticketsHeader = "Seats"
    track.itemsHeader = "Loaves"
    track.platformFeeScope = "OWNER"
    track.promoCodes = [promoCode]
    track.mediaAssets = [
      EventTrack.MediaAsset {
        $0.mediaType = "BNR"
        $0.internalID = "123456"
        $0.externalID = "654321"
        $0.externalURL = "https://www.example.com/banner.png"
        $0.createdAt = date
        $0.updatedAt = date
      }
    ]
    changes.defaultTrack = track
    changes.showsContact = true
    changes.showsEndTime = true
    changes.isOnCalendar = false
    changes.showsTimeZone = true
    changes.notifiesOwner = true
    changes.campaignID = CampaignID(event.rawValue)
    changes.eventID = event
    changes.code = "EVENT124"
    changes.metadata = EventDetails.Metadata {
      $0.hasItems = true
      $0.isPaid = true
      $0.hasPromoCodes = true
    }
    changes.settings = EventDetails.Settings {
      $0.requiresPayments = true
      $0.hasItems = false
      $0.hasOnlinePayment = false
      $0.hasPayment = false
      $0.hasPromoCodes = false
      $0.hasTickets = true
    }
    return changes
  }
}

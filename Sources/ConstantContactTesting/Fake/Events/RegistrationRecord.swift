#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A registration for an event as the fake stores it.
struct RegistrationRecord: Sendable {
  struct Ticket: Sendable {
    let key: String
    let name: String
    let price: Double
    var checkedInAt: Date?
  }

  let id: String
  let contactID: String
  let firstName: String
  let lastName: String
  let address: String
  let isNewContact: Bool
  let date: Date
  /// `nil` for a free registration.
  let paymentMethod: String?
  let orderNumber: String
  var status = "REGISTERED"
  var paymentStatus: String
  var tickets: [Ticket]

  var total: Double { tickets.reduce(0) { $0 + $1.price } }
  var checkedIn: Int { tickets.count { $0.checkedInAt != nil } }

  private var checkInMembers: [String: JSON] {
    [
      "registration_id": .string(id), "registration_status": .string(status), "checkedIn_tickets": .integer(checkedIn),
      "checkin_status": .string(checkedIn > 0 ? "CHECKED_IN" : "NOT_CHECKED_IN"),
      "eligible_checkin_tickets": .integer(status == "REGISTERED" ? tickets.count : 0),
    ]
  }

  /// `RegistrantInformationLiteDto`
  func listing(track: String) -> JSON {
    var members = checkInMembers
    members["first_name"] = .string(firstName)
    members["last_name"] = .string(lastName)
    members["email_address"] = .string(address)
    members["new_contact"] = .bool(isNewContact)
    members["payment_status"] = .string(paymentStatus)
    members["registration_time"] = WireDate.timestamp(date)
    members["tickets"] = .integer(tickets.count)
    members["total"] = .number(total)
    members["track_key"] = .string(track)
    return .object(members)
  }

  /// `DetailedRegistrationDto`
  func json(title: String) -> JSON {
    var members = checkInMembers
    members["contact_id"] = .string(contactID)
    members["registration_date"] = WireDate.timestamp(date)
    members["display_physical_tickets"] = .bool(true)
    let fields = [
      ("CONTACT_FIRST_NAME", "First Name", firstName), ("CONTACT_LAST_NAME", "Last Name", lastName),
      ("CONTACT_EMAIL_ADDRESS", "Email Address", address),
    ]
    members["contact"] = .array(
      fields.enumerated().map { index, field in
        [
          "field_name": .string(field.0), "field_label": .string(field.1), "field_value": .string(field.2),
          "field_type": "TEXT", "display_order": .integer(index + 1),
        ]
      })
    members["tickets"] = .array(
      tickets.map { ticket in
        var members: [String: JSON] = [
          "order_ticket_key": .string(ticket.key), "ticket_name": .string(ticket.name),
          "price": .number(ticket.price), "editable": .bool(false), "fields": [],
        ]
        members["checked_in_time"] = ticket.checkedInAt.map { WireDate.timestamp($0) }
        return .object(members)
      })
    var order: [String: JSON] = [
      "number": .string(orderNumber), "title": .string(title), "payment_status": .string(paymentStatus),
      "details": .array(
        tickets.map {
          [
            "name": .string($0.name), "line_item_type": "TICKET", "amount": .string("$\($0.price)"),
            "amount_unformatted": .number($0.price),
          ]
        }),
    ]
    order["payment_method"] = paymentMethod.map { .string($0) }
    members["order_summary"] = .object(order)
    return .object(members)
  }

  /// The value that a collection is sorted by.
  func key(_ name: String) -> JSON {
    switch name {
    case "first_name": .string(firstName.lowercased())
    case "last_name": .string(lastName.lowercased())
    case "email_address": .string(address.lowercased())
    case "registration_status": .string(status)
    case "payment_status": .string(paymentStatus)
    case "tickets": .number(Double(tickets.count))
    default: .number(total)
    }
  }
}

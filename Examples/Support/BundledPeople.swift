/// The bundled leads that are contacts of the in-memory account before the first run.
public enum BundledPeople {
  /// The existing contacts. The first has an address with different capitalization than in the file, and the third a plus
  /// address.
  public static let known: [BundledPerson] = [
    BundledPerson(email: "margaret.whitfield@lakeside-dental.example", state: .active),
    BundledPerson(email: "samuel.okafor@ridgeline.example", state: .active),
    BundledPerson(email: "annika+events@bjorko.example", state: .active),
    BundledPerson(email: "h.tanabe@tanabe-shoten.example", state: .active),
    BundledPerson(email: "rosa.marchetti@example.org", state: .active),
    BundledPerson(email: "tom@brandt-catering.example", state: .active),
    BundledPerson(email: "carol@jennings-realty.example", state: .unsubscribed),
    BundledPerson(email: "pieter@vanthoff.example", state: .unsubscribed),
    BundledPerson(email: "lena.sokolova@example.net", state: .unsubscribed),
    BundledPerson(email: "victor.almeida@cortica-real.example", state: .deleted),
    BundledPerson(email: "joan@abernathy-books.example", state: .deleted),
    BundledPerson(email: "kavita.menon@spiceroute.example", state: .pending),
  ]
}

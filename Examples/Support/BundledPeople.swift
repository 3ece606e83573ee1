/// People of the bundled leads whom the example's account already knows before the first run.
public enum BundledPeople {
  /// Everybody, in the order of their states. The account holds the first address in other capitals than the file, and
  /// the third is a plus-address.
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

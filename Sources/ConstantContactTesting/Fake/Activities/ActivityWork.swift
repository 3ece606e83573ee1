/// What an activity does when it ends.
enum ActivityWork: Sendable {
  case importContacts(ImportFile)
  case export(ExportRequest)
  case deleteContacts(ContactSource)
  case changeLists(ContactSource, add: Bool, lists: [String])
  case changeTags(ContactSource, add: Bool, tags: [String])
  case deleteLists([String])
  case deleteTags([String])
  case deleteFields([String])
}

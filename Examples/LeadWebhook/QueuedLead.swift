/// A lead whose turn will come.
struct QueuedLead: Hashable {
  /// The request's id.
  let request: String
  /// The lead's place in the request, counted from 0.
  let position: Int
  /// What two leads of one person have in common.
  let address: String
  /// How often it was pushed in vain.
  var attempts = 0
  /// When it first was, on the clock that does not jump.
  var failingSince: Duration?
  /// When it may be pushed again, on the clock that does not jump.
  var notBefore: Duration = .zero
  /// Whether a push of it may have been cut short, so that its contact may be there already.
  var mayHaveBeenPushed = false
}

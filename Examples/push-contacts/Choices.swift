import ArgumentParser
import ConstantContactKit

enum ExistingChoice: String, ExpressibleByArgument, CaseIterable {
  case skip
  case addToLists = "add-to-lists"
  case fillEmpty = "fill-empty"

  var value: ContactPusher.Options.ExistingContact {
    switch self {
    case .skip: .leaveAlone
    case .addToLists: .addToLists
    case .fillEmpty: .fillEmpty
    }
  }
}

enum OverlongChoice: String, ExpressibleByArgument, CaseIterable {
  case error
  case cut

  var value: ContactPusher.Options.OverlongValue {
    switch self {
    case .error: .error
    case .cut: .cut
    }
  }
}

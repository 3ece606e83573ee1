import ConstantContactKit
import ConstantContactResources

extension ConstantContact {
  var account: AccountAPI { AccountAPI(pipeline: pipeline) }
}

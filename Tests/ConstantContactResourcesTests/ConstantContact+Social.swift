import ConstantContactKit
import ConstantContactResources

extension ConstantContact {
  var social: SocialAPI { SocialAPI(pipeline: pipeline) }
}

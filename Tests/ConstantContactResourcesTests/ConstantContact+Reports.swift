import ConstantContactKit
import ConstantContactResources

extension ConstantContact {
  var reports: ReportsAPI { ReportsAPI(pipeline: pipeline) }
}

import ConstantContactKit

extension ConstantContact {
  var activities: BulkActivitiesAPI { BulkActivitiesAPI(pipeline: pipeline) }
}

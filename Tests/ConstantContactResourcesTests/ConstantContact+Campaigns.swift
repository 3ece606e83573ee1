import ConstantContactKit

extension ConstantContact {
  var campaigns: CampaignsAPI { CampaignsAPI(pipeline: pipeline) }
  var campaignActivities: CampaignActivitiesAPI { CampaignActivitiesAPI(pipeline: pipeline) }
}

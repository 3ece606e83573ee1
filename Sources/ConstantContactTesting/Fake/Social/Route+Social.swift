extension Route {
  static let social: [Route] = [
    Route("GET", "/social/profiles", scope: "campaign_data", privilege: "campaign:read") { fake, call, _ in
      try fake.listSocialProfiles(call)
    },
    Route("GET", "/social/connections", scope: "campaign_data", privilege: "campaign:read") { fake, call, _ in
      try fake.listSocialConnections(call)
    },
    Route("GET", "/social/hashtags/groups", scope: "campaign_data", privilege: "campaign:read") { fake, call, _ in
      try fake.listHashtagGroups(call)
    },
    Route("POST", "/social/posts", scope: "campaign_data", privilege: "campaign:write") { fake, call, _ in
      try fake.createSocialPost(call)
    },
  ]
}

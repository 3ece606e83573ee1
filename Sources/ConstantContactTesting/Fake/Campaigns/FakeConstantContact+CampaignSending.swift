#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the passing of time does: scheduled sends, winners of A/B tests, resends, and the recipients' behavior.
extension FakeConstantContact {
  /// Does everything that is due by a date, in order of time and as if it were that time.
  func settleCampaigns(until date: Date) {
    let (outerCause, outerDate) = (cause, pastDate)
    cause = .time
    defer { (cause, pastDate) = (outerCause, outerDate) }
    while let due = campaigns.nextDue, due.date <= date {
      // What happened at the very time of a send precedes it.
      takeEvents(until: due.date)
      pastDate = due.date
      passDueDate(of: due.index, on: due.date)
    }
    takeEvents(until: date)
  }

  /// Sends a campaign to those members of its lists or segment who may receive it and have not.
  func send(campaignAt index: Int, on date: Date) {
    let record = campaigns[index]
    let links = EmailLinks.urls(inHTML: record.email.html ?? "")
    let audience = links.contains { $0.utf8.count > 1_005 } ? nil : self.audience(of: record)
    var run: CampaignRecord.Test.Run?
    if let audience, !audience.isEmpty, let test = record.test, !test.isSent {
      run = start(test, ofCampaignAt: index, with: audience, on: date)
    } else {
      deliver(audience ?? [], activity: record.primaryID, subject: record.email.subject, ofCampaignAt: index, on: date)
    }
    let received = (audience ?? []).count - (run?.remaining.count ?? 0)
    let send = CampaignRecord.Send(
      date: date, count: received, reason: audience == nil ? 8 : received == 0 ? 12 : 0, listIDs: record.listIDs,
      segmentIDs: record.segmentIDs)
    let number = record.resend.map { $0.requestID ?? campaigns.nextResendNumber() }
    changeCampaign(at: index) { record in
      record.schedule = nil
      record.sends.append(send)
      record.test?.run = run
      if received > 0 { record.test?.isSent = true }
      record.status = audience == nil ? .error : run == nil ? .done : .executing
      record.recipients.formUnion((audience ?? []).map(\.id))
      guard received > 0, let resend = record.resend, resend.dueDate == nil else { return }
      record.resend?.requestID = number
      record.resend?.dueDate = date.addingTimeInterval(resend.delay)
    }
  }

  private func passDueDate(of index: Int, on date: Date) {
    let record = campaigns[index]
    if record.schedule?.date == date {
      send(campaignAt: index, on: date)
    } else if let test = record.test, let run = test.run, run.winnerDate == date {
      sendWinner(of: test, run, ofCampaignAt: index, on: date)
    } else if let resend = record.resend {
      sendAgain(resend, ofCampaignAt: index, on: date)
    }
  }

  /// Sends each subject to its share of the recipients. The rest waits for the winner.
  private func start(
    _ test: CampaignRecord.Test, ofCampaignAt index: Int, with audience: [ContactRecord], on date: Date
  ) -> CampaignRecord.Test.Run? {
    let record = campaigns[index]
    var random = SplitMix64(seed: configuration.seed ^ campaigns.deliveries)
    let shuffled = audience.shuffled(using: &random)
    let share = max(1, audience.count * test.size / 100)
    let (original, rest) = (shuffled.prefix(share), shuffled.dropFirst(share))
    let (alternative, remaining) = (rest.prefix(share), rest.dropFirst(share))
    deliver(
      Array(original), activity: record.primaryID, subject: record.email.subject, ofCampaignAt: index, on: date)
    deliver(
      Array(alternative), activity: record.primaryID, subject: test.alternativeSubject, ofCampaignAt: index, on: date)
    if remaining.isEmpty { return nil }
    return CampaignRecord.Test.Run(
      original: Set(original.map(\.id)), alternative: Set(alternative.map(\.id)), remaining: remaining.map(\.id),
      winnerDate: date.addingTimeInterval(Double(test.hours) * 3_600))
  }

  private func sendWinner(
    of test: CampaignRecord.Test, _ run: CampaignRecord.Test.Run, ofCampaignAt index: Int, on date: Date
  ) {
    let record = campaigns[index]
    let openers = emailLog.contacts(of: .open, inActivity: record.primaryID)
    let isAlternative =
      run.alternative.intersection(openers).count > run.original.intersection(openers).count
    // Contacts that opted out meanwhile receive nothing.
    let remaining = run.remaining.compactMap { contacts[$0] }.filter(\.isActive)
    let subject = isAlternative ? test.alternativeSubject : record.email.subject
    deliver(remaining, activity: record.primaryID, subject: subject, ofCampaignAt: index, on: date)
    let send = CampaignRecord.Send(
      date: date, count: remaining.count, reason: remaining.isEmpty ? 12 : 0, listIDs: record.listIDs,
      segmentIDs: record.segmentIDs)
    changeCampaign(at: index) { record in
      record.test?.run = nil
      record.email.subject = subject
      record.sends.append(send)
      record.status = .done
    }
  }

  private func sendAgain(_ resend: CampaignRecord.Resend, ofCampaignAt index: Int, on date: Date) {
    let record = campaigns[index]
    let reached = emailLog.contacts(of: .open, inActivity: record.primaryID)
      .union(emailLog.contacts(of: .bounce, inActivity: record.primaryID))
    let sent = emailLog.contacts(of: .send, inActivity: record.primaryID)
    let audience = contacts.all.filter { $0.isActive && sent.contains($0.id) && !reached.contains($0.id) }
    deliver(audience, activity: resend.activityID, subject: resend.subject, ofCampaignAt: index, on: date)
    let send = CampaignRecord.Send(
      date: date, count: audience.count, reason: audience.isEmpty ? 12 : 0, listIDs: record.listIDs,
      segmentIDs: record.segmentIDs)
    changeCampaign(at: index) { $0.resend?.sends.append(send) }
  }

  private func audience(of record: CampaignRecord) -> [ContactRecord] {
    let lists = Set(record.listIDs)
    // Criteria that are not simulated were refused when the campaign was scheduled.
    let segments = record.segmentIDs.compactMap { try? segmentTest($0) }
    return contacts.all.filter { contact in
      contact.isActive && !record.recipients.contains(contact.id)
        && (segments.contains { $0(contact) } || !lists.isDisjoint(with: contact.lists))
    }
  }

  /// Logs the sends and plans what the recipients will do.
  private func deliver(
    _ recipients: [ContactRecord], activity: String, subject: String, ofCampaignAt index: Int, on date: Date
  ) {
    let record = campaigns[index]
    let links = EmailLinks.urls(inHTML: record.email.html ?? "")
    emailLog.add(links: links, toActivity: activity)
    let delivery = campaigns.nextDelivery()
    let model = RecipientModel(engagement: configuration.engagement, links: links)
    // A recipient's behavior depends on the seed, the delivery and the recipient, not on the others.
    var seeds = SplitMix64(seed: configuration.seed ^ (delivery &* 0x8EBC_6AF0_9C88_C6E3))
    let seed = seeds.next()
    var planned: [EmailEvent] = []
    for contact in recipients {
      guard let address = contact.email?.address else { continue }
      let send = EmailEvent(
        kind: .send, date: date, campaign: record.id, activity: activity, contact: contact.id, address: address,
        subject: subject)
      emailLog.append(send)
      var random = SplitMix64(seed: seed ^ (UInt64(contact.sequence) &* 0xD1B5_4A32_D192_ED03))
      planned += model.events(after: send, random: &random)
    }
    emailLog.plan(planned)
  }

  /// Adds planned events to the log when their time has come.
  private func takeEvents(until date: Date) {
    for event in emailLog.takePlanned(until: date) {
      pastDate = event.date
      // An opt-out has no effect on a contact that may not be mailed anymore, and is not reported.
      if event.kind == .optOut, !optOut(event) { continue }
      emailLog.append(event)
    }
  }

  private func optOut(_ event: EmailEvent) -> Bool {
    guard let before = contacts[event.contact], before.isActive else { return false }
    var record = before
    record.email?.change(to: "unsubscribed", source: "Contact", now: event.date)
    record.email?.optOutReason = event.optOutReason
    save(record, .updated, replacing: before)
    return true
  }
}

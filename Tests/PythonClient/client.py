#!/usr/bin/env python3
"""Makes each call of Constant Contact's Python client against the sandbox. See run.

A call passes when the sandbox responds with success and the client decodes the response. The client's own models refuse some
requests and responses that the API documents or sends; REFUSALS lists them with the reason. Everything else is a failure: an
error status, a refusal that is not listed, and a method that is not called. A listed refusal may be missing, since the sandbox
ends collections in each of the shapes that the contract allows, in rotation.
"""
import inspect, json, re, sys, tempfile, time
from collections import Counter

import constant_contact_api_client as cc
import pydantic
from constant_contact_api_client import api as apis

base = sys.argv[1]
allows_501 = "--allow-501" in sys.argv[2:]
client = cc.ApiClient(cc.Configuration(host=base + "/v3", access_token="sandbox-access-token"))

# What the client itself refuses: the method, a part of its message, and the reason. The numbers are those of FACTS.md, section 9.
REFUSALS = [
    (r".*", r"\b(_links|links|next|href): ", "the link to the next page may be missing or null after the last one (1)"),
    (r"BulkActivitiesApi\.(create_list_remove_activity|post_custom_field_delete)", r"at most 0 items",
     "the contract's limits of 0 items, where the texts have 50, 100 and 500 (13)"),
]

state, called, problems, refused, missing = {}, set(), [], [], []
last = {}
send = client.rest_client.request


def recorded(*arguments, **options):
    """Keeps the raw response, which has IDs for later calls even when the client's models refuse it."""
    last.clear()
    response = send(*arguments, **options)
    response.read()
    last.update(status=response.status, data=response.data)
    return response


client.rest_client.request = recorded


def brief(error):
    if isinstance(error, pydantic.ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:3])
    return re.sub(r"\s+", " ", str(error))[:200]


def call(api, method, *, wanted=None, **arguments):
    """Makes a call and returns the response's JSON; None without one. `wanted` is an error status that is expected."""
    name = f"{api}.{method}"
    called.add(name)
    last.clear()
    try:
        getattr(getattr(apis, api)(client), method)(**arguments)
        outcome = None
    except cc.ApiException as error:
        outcome = brief(error)
    except Exception as error:  # What the generated code raises differs: ValidationError, TypeError, ValueError.
        outcome = f"{type(error).__name__}: {brief(error)}"
    status, data = last.get("status"), last.get("data") or b""
    # Before all operations are simulated, a path can be known by another method, and the activity of a lookup missing.
    if allows_501 and (status in (405, 501) or (status == 404 and method == "get_activity_by_id")):
        missing.append(name)
        return None
    if wanted is not None and status == wanted:
        return None
    if status is not None and not 200 <= status < 300:
        problems.append(f"{name}: status {status}: {data[:200].decode(errors='replace')}")
        return None
    if outcome is not None:
        reason = next((r for who, what, r in REFUSALS if re.fullmatch(who, name) and re.search(what, outcome)), None)
        when = "request" if status is None else "response"
        if reason:
            refused.append(f"{name}: {when} refused: {reason}")
        else:
            problems.append(f"{name}: the client refuses the {when}: {outcome}")
    try:
        return json.loads(data) if data else None
    except ValueError:
        return None


def get(value, *path):
    """A member of nested JSON; an empty ID where it is missing, so that later calls still run."""
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return "00000000-0000-4000-8000-000000000000"
    return value


def account():
    api = "AccountServicesApi"
    address = {"address_line1": "1 Main St", "city": "Waltham", "state_code": "MA", "postal_code": "02451", "country_code": "US"}
    call(api, "get_user_privileges")
    call(api, "get_account_details", extra_fields="physical_address")
    call(api, "update_account", update_account_request={"website": "https://www.example.com"})
    call(api, "get_account_physical_address")
    # The sandbox's account has an address from the start.
    call(api, "add_physical_address", wanted=409, get_account_details200_response_physical_address=address)
    call(api, "update_account_physical_address", get_account_details200_response_physical_address=address)
    call(api, "add_account_email_address", add_account_email_address_request={"email_address": "news@example.com"})
    call(api, "get_all_account_email_addresses", confirm_status="CONFIRMED")


def lists_tags_fields():
    made = call("ContactListsApi", "create_list", update_list_request={"name": "Python", "description": "From Python"})
    state["list"] = get(made, "list_id")
    state["list2"] = get(call("ContactListsApi", "create_list", update_list_request={"name": "Python 2"}), "list_id")
    state["list3"] = get(call("ContactListsApi", "create_list", update_list_request={"name": "Python 3"}), "list_id")
    call("ContactListsApi", "get_all_lists", limit=10, include_count=True, include_membership_count="all")
    call("ContactListsApi", "get_list", list_id=state["list"], include_membership_count="active")
    call("ContactListsApi", "update_list", list_id=state["list"], update_list_request={"name": "Python 1", "favorite": True})
    call("ContactListsApi", "get_list_id_xrefs", sequence_ids="1000000000")
    call("ContactListsApi", "delete_list", list_id=state["list3"])
    state["tag"] = get(call("ContactTagsApi", "post_tag", post_tag_request={"name": "Python"}), "tag_id")
    state["tag2"] = get(call("ContactTagsApi", "post_tag", post_tag_request={"name": "Python 2"}), "tag_id")
    state["tag3"] = get(call("ContactTagsApi", "post_tag", post_tag_request={"name": "Python 3"}), "tag_id")
    call("ContactTagsApi", "get_all_tags", limit=10, include_count=True)
    call("ContactTagsApi", "get_tag", tag_id=state["tag"], include_count=True)
    call("ContactTagsApi", "put_tag", tag_id=state["tag"], put_tag_request={"name": "Python 1"})
    call("ContactTagsApi", "delete_tag", tag_id=state["tag3"])
    fields = "ContactsCustomFieldsApi"
    state["field"] = get(
        call(fields, "create_custom_fields", create_custom_fields_request={"label": "Python", "type": "string"}), "custom_field_id")
    state["field2"] = get(
        call(fields, "create_custom_fields", create_custom_fields_request={"label": "Python 2", "type": "date"}), "custom_field_id")
    state["field3"] = get(
        call(fields, "create_custom_fields", create_custom_fields_request={"label": "Python 3", "type": "string"}), "custom_field_id")
    call(fields, "get_all_custom_fields", limit=10)
    call(fields, "get_custom_field", custom_field_id=state["field"])
    call(fields, "update_custom_field", custom_field_id=state["field"], update_custom_field_request={"label": "Python 1"})
    call(fields, "delete_custom_field", custom_field_id=state["field3"])


def contacts():
    api = "ContactsApi"
    new = {
        "email_address": {"address": "python@example.com", "permission_to_send": "implicit"}, "first_name": "Pia",
        "last_name": "Thon", "create_source": "Account", "list_memberships": [state["list"]], "taggings": [state["tag"]],
        "phone_numbers": [{"phone_number": "555 0100", "kind": "work"}],
        "street_addresses": [{"kind": "home", "street": "1 Main St", "city": "Waltham"}],
        "custom_fields": [{"custom_field_id": state["field"], "value": "T"}], "notes": [{"content": "called"}],
    }
    state["contact"] = get(call(api, "create_contact", create_contact_request=new), "contact_id")
    call(api, "get_contact_by_id", contact_id=state["contact"], include="custom_fields,list_memberships,phone_numbers,notes")
    call(api, "get_all_contacts", status="all", email="python@example.com", include_count=True)
    call(api, "get_all_contacts", limit=5, include="list_memberships")
    changed = {**new, "update_source": "Account", "job_title": "Engineer"}
    del changed["create_source"]
    call(api, "update_contact", contact_id=state["contact"], update_contact_request=changed)
    form = {"email_address": "form@example.com", "first_name": "Fay", "list_memberships": [state["list"]]}
    state["form"] = get(call(api, "create_or_update_contact", create_or_update_contact_request=form), "contact_id")
    call(api, "get_contact_counts", include="new_subscriber")
    call(api, "get_contact_id_xrefs", sequence_ids="1000000000")
    call(api, "get_sms_engagement_history", contact_id=state["contact"])
    unsubscribed = {
        "update_source": "Contact", "email_address": {"address": "form@example.com", "permission_to_send": "unsubscribed"}}
    call(api, "update_contact", contact_id=state["form"], update_contact_request=unsubscribed)
    call(api, "resubscribe_contact", contact_id=state["form"], resubscribe_contact_request={"list_ids": [state["list"]]})
    other = {"email_address": {"address": "gone@example.com"}, "create_source": "Account"}
    call(api, "delete_contact", contact_id=get(call(api, "create_contact", create_contact_request=other), "contact_id"))


def segments():
    api = "SegmentsApi"
    group = [{"source": "list_membership", "field": "list_id", "op": "equals", "value": state["list"]}]
    criteria = json.dumps({"version": "1.0.0", "criteria": {"type": "and", "group": group}})
    body = {"name": "Python", "segment_criteria": criteria}
    made = call(api, "create_segment", create_segment_request=body)
    number = made["segment_id"] if made else 1
    call(api, "get_all_segments", limit="10", sort_by="name")
    call(api, "get_segment_by_id", segment_id=number)
    call(api, "update_segment", segment_id=number, create_segment_request={**body, "name": "Python 2"})
    call(api, "update_segment_name", segment_id=number, update_segment_name_request={"name": "Python 3"})
    call(api, "delete_segment", segment_id=number)


def activities():
    api = "BulkActivitiesApi"
    people = [{"email": f"import{number}@example.com", "first_name": "Imp"} for number in range(3)]
    made = call(
        api, "create_import_json_activity",
        create_import_json_activity_request={"import_data": people, "list_ids": [state["list"]]})
    state["activity"] = get(made, "activity_id")
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("email,first_name\ncsv@example.com,Cee\n")
        file.flush()
        call(api, "create_csv_import_activity", file=file.name, list_ids=state["list"])
    export = call(api, "create_export_activity", create_export_activity_request={"list_ids": [state["list"]]})
    source = {"source": {"contact_ids": [state["contact"]]}}
    call(api, "create_list_add_activity", create_list_add_activity_request={**source, "list_ids": [state["list2"]]})
    call(api, "create_list_remove_activity", create_list_remove_activity_request={**source, "list_ids": [state["list2"]]})
    call(api, "create_tag_add_contact_activity", create_tag_remove_activity_request={**source, "tag_ids": [state["tag2"]]})
    call(api, "create_tag_remove_activity", create_tag_remove_activity_request={**source, "tag_ids": [state["tag2"]]})
    call(api, "create_delete_activity", create_delete_activity_request={"contact_ids": [state["form"]]})
    call(api, "create_list_delete_activity", create_list_delete_activity_request={"list_ids": [state["list2"]]})
    call(api, "create_tag_delete_activity", create_tag_delete_activity_request={"tag_ids": [state["tag2"]]})
    call(api, "post_custom_field_delete", post_custom_field_delete_request={"custom_field_ids": [state["field2"]]})
    call(api, "get_all_activities", limit=10)
    call(api, "get_activity_by_id", activity_id=state["activity"])
    done = None
    # The sandbox runs in real time. The number of attempts is bounded, the duration is not measured.
    for _ in range(60):
        done = call(api, "get_activity_by_id", activity_id=get(export, "activity_id"))
        if done is None or done.get("state") not in ("initialized", "processing"):
            break
        time.sleep(1)
    call(api, "get_csv_export_file", file_export_id=get(export, "activity_id"))


def campaigns():
    api = "EmailCampaignsApi"

    def make(name):
        body = {
            "name": name,
            "email_campaign_activities": [{
                "format_type": 5, "from_name": "Mill", "from_email": "owner@example.com", "reply_to_email": "owner@example.com",
                "subject": "Bread", "html_content": "<html><body>[[trackingImage]] Bread</body></html>"}],
        }
        made = call(api, "create_email_campaign", create_email_campaign_request=body)
        roles = {a.get("role"): a.get("campaign_activity_id") for a in (made or {}).get("campaign_activities", [])}
        return get(made, "campaign_id"), roles.get("primary_email") or get(None, "")

    campaign, activity = make("Python")
    call(api, "get_all_email_campaigns", limit=10)
    call(api, "get_email_campaign_by_id", campaign_id=campaign)
    call(api, "patch_email_campaign_name", campaign_id=campaign, patch_email_campaign_name_request={"name": "Python 2"})
    call(api, "get_email_campaign_xrefs", v2_email_campaign_ids="1000000000")
    call(api, "get_email_campaign_activity", campaign_activity_id=activity, include="html_content")
    # The client's model of an activity demands what the API sets by itself.
    change = {
        "campaign_activity_id": activity, "campaign_id": campaign, "role": "primary_email", "current_status": "DRAFT",
        "format_type": 5, "from_name": "Mill", "from_email": "owner@example.com", "reply_to_email": "owner@example.com",
        "subject": "Bread day", "html_content": "<html><body>[[trackingImage]] Bread</body></html>",
        "contact_list_ids": [state["list"]], "segment_ids": []}
    call(api, "update_email_campaign_activity", campaign_activity_id=activity, get_email_campaign_activity200_response=change)
    tests = "EmailCampaignsABTestsApi"
    trial = {"alternative_subject": "Rye", "test_size": 10, "winner_wait_duration": 6}
    call(
        tests, "create_ab_test_email_campaign", campaign_activity_id=activity, get_ab_test_email_campaign200_response=trial)
    call(tests, "get_ab_test_email_campaign", campaign_activity_id=activity)
    call(tests, "delete_ab_test_email_campaign", campaign_activity_id=activity)
    resend = {"resend_subject": "Bread again", "delay_days": 2}
    made = call(
        api, "create_resend_email_campaign", campaign_activity_id=activity, create_resend_email_campaign_request=resend)
    call(api, "get_resend_email_campaign", campaign_activity_id=activity)
    number = (made or {}).get("resend_request_id") or "DRAFT"
    call(api, "delete_resend_email_campaign", campaign_activity_id=activity, resend_request_id=number)
    sending = "EmailSchedulingApi"
    call(sending, "get_email_campaign_activity_preview", campaign_activity_id=activity)
    call(
        sending, "test_send_email_campaign_activity", campaign_activity_id=activity,
        test_send_email_campaign_activity_request={"email_addresses": ["owner@example.com"]})
    call(
        sending, "schedule_email_campaign_activity", campaign_activity_id=activity,
        schedule_email_campaign_activity_request={"scheduled_date": "2100-01-01T00:00:00.000Z"})
    call(sending, "get_email_campaign_activity_schedule", campaign_activity_id=activity)
    call(sending, "unschedule_email_campaign_activity", campaign_activity_id=activity)
    # The client cannot send at once: its model makes a date in 1970 of "0".
    call(sending, "get_email_campaign_activity_send_history", campaign_activity_id=activity)
    call(api, "delete_email_campaign", campaign_id=make("Python 3")[0])
    state.update(campaign=campaign, campaign_activity=activity)


def reports():
    api, activity = "EmailReportingApi", state["campaign_activity"]
    for method in (
        "get_email_sends_report", "get_email_opens_report", "get_unique_opens_report", "get_did_not_opens_report",
        "get_clicks_report", "get_forwards_report", "get_optouts_report", "get_bounces_report",
    ):
        call(api, method, campaign_activity_id=activity, limit="10")
    call(api, "get_campaign_activity_link_report", campaign_activity_id=activity, no_clicks=True)
    call(api, "get_email_campaign_report", limit="10")
    call(api, "get_email_stats_report", campaign_ids=state["campaign"])
    call(api, "get_email_campaign_activity_report", campaign_activity_ids=activity)
    api, span = "ContactsReportingApi", {"start": "2024-01-01T00:00:00-0500", "end": "2026-12-01T00:00:00-0500"}
    call(api, "get_contact_tracking_report", contact_id=state["contact"], tracking_activities_list=["em_sends"])
    call(api, "get_contact_open_click_rate_report", contact_id=state["contact"], **span)
    call(api, "get_contact_tracking_count_report", contact_id=state["contact"], **span)
    for method in (
        "get_contact_adds", "get_contact_opens", "get_unique_contact_clicks", "get_unique_contact_opens",
        "get_unique_contact_sms_opt_ins", "get_unique_contact_updates",
    ):
        call("LandingPagesReportingApi", method, campaign_activity_id=activity, limit="10")
    call("SMSReportingApi", "get_all_bulk_sms_campaign_summaries", start_at="2024-01-01T00:00:00Z", limit="10")


def events():
    api = "EventsApi"
    made = call(api, "create_event", name="Python day", start_time="2100-05-01T09:00:00Z", end_time="2100-05-01T17:00:00Z")
    new = get(made, "event_id")
    found = call(api, "find_events", search_text="Bread day", sort_by="name", limit="10")
    event = get(found, "records", 0, "event_id")
    details = call(api, "get_event2", event_id=event, include=True)
    track = get(details, "default_track", "track_id")
    # The client's model of an event demands all required properties of a response.
    change = {**(call(api, "get_event2", event_id=new) or {}), "title": "Python day"}
    call(api, "update_event", event_id=new, create_event201_response=change)
    call(api, "copy_event", event_id=event, copy_event_request={"target_event_name": "Python copy"})
    rows = call(api, "find_registrations_using_get", event_id=event, track_id=track, registration_status="REGISTERED")
    registration = get(rows, "records", 0, "registration_id")
    info = call(api, "get_registration_info", event_id=event, track_id=track, registration_id=registration)
    keys = {"order_ticket_keys": [get(info, "tickets", 0, "order_ticket_key")]}
    call(api, "check_in_tickets", event_id=event, check_in_tickets_request=keys)
    call(api, "undo_check_in_tickets", event_id=event, check_in_tickets_request=keys)
    call(
        api, "update_registration_payment_status_using_put", event_id=event, track_id=track,
        update_registration_payment_status_using_put_request={"registration_ids": [registration], "payment_status": "PAID"})
    call(
        api, "update_registration_status_using_put", event_id=event, track_id=track,
        update_registration_status_using_put_request={"registration_ids": [registration], "registration_status": "CANCELED"})


def social():
    api = "SocialApi"
    profiles = call(api, "get_social_profiles", include=["accessible"])
    call(api, "get_social_connections")
    call(api, "get_hashtag_groups", limit=5, page=0)
    post = {
        "name": "Python", "status": "SCHEDULED", "scheduled_time": "2100-01-01T00:00:00.000Z",
        "profile_posts": [{"text": "Bread", "profiles": [{"profile_id": get(profiles, 0, "profile_id")}]}]}
    call(api, "create_social_post", create_social_post_request=post)


for part in (account, lists_tags_fields, contacts, segments, activities, campaigns, reports, events, social):
    part()

offered = {
    f"{name}.{method}"
    for name, kind in inspect.getmembers(apis, inspect.isclass)
    for method, _ in inspect.getmembers(kind, inspect.isfunction)
    if not method.startswith("_") and not method.endswith(("_with_http_info", "_without_preload_content"))
}
problems += [f"{name}: not called" for name in sorted(offered - called)]
for line in sorted(set(refused)):
    print(line)
for name, count in sorted(Counter(missing).items()):
    print(f"{name}: not simulated")
for problem in dict.fromkeys(problems):
    print(problem, file=sys.stderr)
print(
    f"{len(offered)} methods, {len(called)} called, {len(set(refused))} refused by the client's own models, "
    f"{len(set(missing))} not simulated, {len(set(problems))} problems")
sys.exit(1 if problems else 0)

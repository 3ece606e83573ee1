"""Prints the CPU time, in milliseconds, that Constant Contact's Python client needs to decode the page of contacts in a file."""
import sys, time

import constant_contact_api_client as cc

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
client = cc.ApiClient(cc.Configuration())


def decode(times):
    start = time.process_time()
    for _ in range(times):
        page = client.deserialize(text, "GetAllContacts200Response")
        assert len(page.contacts) == 500
    return (time.process_time() - start) * 1000 / times


decode(3)
print(decode(10))

"""Turns symbol graphs into a digest of the public API, and looks for names that collide with other modules'."""
import glob
import json
import os
import sys

# Global names of what users import beside the kit: Foundation, Testing, SwiftUI, ActivityKit, NIOHTTP1, HTTPTypes, Hummingbird, Vapor,
# FlyingFox, Logging.
FORBIDDEN = set(
    """
    HTTPMethod HTTPHeaders HTTPStatus HTTPRequest HTTPResponse HTTPBody HTTPField HTTPFields HTTPHeader HTTPVersion HTTPServer HTTPHandler
    HTTPStatusCode HTTPResponseStatus HTTPClient HTTPRequestHead HTTPResponseHead Request Response Router Middleware Application Client
    Environment Page Tag Activity ActivityAttributes Event Scope Change Grant Credentials Segment Registration Operation Notification
    Host Port Process Progress Stream Thread Timer Unit URL Data Date Locale Formatter Bundle Scanner Measurement Dimension
    Test Suite Trait Issue Bug Comment Confirmation Attachment Configuration Logger Metadata
    View Text Label List Section Form Group Link Picker Transaction Binding State Image Color Font Menu Table Toggle Slider Path Shape
    Result Task Clock Duration Never Error Optional Workflow Fault Note Item Order Ticket Track Kind Status Settings Account Content
    """.split()
)


def symbols(folder):
    found = set()
    for path in glob.glob(os.path.join(folder, "ConstantContact*.symbols.json")):
        module = os.path.basename(path).split(".")[0].split("@")[0]
        # The umbrella's graph holds everything it re-exports.
        if module not in ("ConstantContactKit", "ConstantContactTesting"):
            continue
        graph = json.load(open(path))
        for symbol in graph["symbols"]:
            if symbol["accessLevel"] not in ("public", "open"):
                continue
            if "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
                continue
            found.add(f"{module} {symbol['kind']['identifier'].removeprefix('swift.')} {'.'.join(symbol['pathComponents'])}")
    return sorted(found)


def collisions(path):
    types = {"struct", "class", "enum", "protocol", "typealias", "actor"}
    bad = []
    for line in open(path):
        _, kind, name = line.rstrip("\n").split(" ", 2)
        if kind in types and name in FORBIDDEN:
            bad.append(name)
    if bad:
        sys.exit("these global names collide with other modules': " + ", ".join(sorted(set(bad))))
    print("no global name collides")


if sys.argv[1] == "--collisions":
    collisions(sys.argv[2])
else:
    print("\n".join(symbols(sys.argv[1])))

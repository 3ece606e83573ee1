"""Computes how much of the API contract the library covers; `.ci/contract-coverage` runs it.

    contract_coverage.py plan JUDGE CONTRACT PLAN             writes a full response of each operation, with a probe for each property
    contract_coverage.py report JUDGE CONTRACT RESULT EXCEPTIONS PAGE [--check]
                                                          compares what the library read and sent with the contract

A property counts once for each operation and each 2xx status, and so do the elements of an array (`[]`) and the values of a map
(`*`). A schema that contains itself is expanded once.
"""
import importlib.util
import json
import re
import sys
from pathlib import Path


def load(judge, contract):
    spec = importlib.util.spec_from_file_location("judge", judge)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Contract(contract)


class Expansion:
    """The properties of a schema, and a value that has all of them."""

    def __init__(self, contract, writable_only=False):
        self.contract, self.writable_only = contract, writable_only
        self.probes = {}

    def resolve(self, node, refs):
        while isinstance(node, dict) and "$ref" in node:
            if node["$ref"] in refs:
                return None, refs
            refs = refs | {node["$ref"]}
            target = self.contract.doc
            for part in node["$ref"].lstrip("#/").split("/"):
                target = target[part]
            node = target
        return node, refs

    def add(self, path, pointer, kind):
        """A change of a parsed value, a removal, or (for an object) nothing: then its properties decide."""
        self.probes.setdefault(path, {"path": "/".join(path), "pointer": pointer, "kind": kind})

    def value(self, node, path=(), pointer=(), refs=frozenset()):
        """A value with every property, whose probes are recorded."""
        original = node
        node, refs = self.resolve(node, refs)
        if not isinstance(node, dict):
            # The schema contains itself: a shallow value, which can only be removed.
            if path:
                self.probes[path]["kind"] = "remove"
            return self.shallow(original)
        merged, is_object = {}, "properties" in node
        for key in ("allOf", "oneOf", "anyOf"):
            for part in node.get(key, []):
                piece = self.value(part, path, pointer, refs)
                if isinstance(piece, dict):
                    merged.update(piece)
                    is_object = True
                elif piece is not None and not is_object:
                    return piece
        if "items" in node:
            below, place = path + ("[]",), pointer + (0,)
            self.add(below, place, "change")
            if path:
                self.probes[path]["kind"] = "children"
            return [self.value(node["items"], below, place, refs)]
        extra = node.get("additionalProperties")
        if isinstance(extra, dict):
            below, place = path + ("*",), pointer + ("any_name",)
            self.add(below, place, "change")
            merged["any_name"] = self.value(extra, below, place, refs)
            is_object = True
        for name, child in (node.get("properties") or {}).items():
            if self.writable_only and (child.get("readOnly") or self.contract.deref(child).get("readOnly")):
                continue
            below, place = path + (name,), pointer + (name,)
            self.add(below, place, "change")
            merged[name] = self.value(child, below, place, refs)
        if is_object and path:
            self.probes[path]["kind"] = "children" if merged else "free"
        if is_object:
            return merged or {"any_name": "text"}
        kind = node.get("type")
        if kind in (None, "object") and path:
            self.probes[path]["kind"] = "free"
            return {"any_name": "text"}
        return self.scalar(node, kind, path[-1] if path else "")

    def shallow(self, node):
        node = self.contract.deref(node)
        scalars = {k: self.contract.deref(v) for k, v in (node.get("properties") or {}).items()}
        return {k: self.scalar(v, v.get("type"), k) for k, v in scalars.items()
                if v.get("type") in ("string", "integer", "number", "boolean")}

    def scalar(self, node, kind, name):
        if name == "href":
            return "/v3/next?cursor=text"
        if name.endswith("_enabled") and kind == "string":
            return "true"
        if "enum" in node and kind == "string":
            return str(node["enum"][0])
        example = node.get("example")
        if isinstance(example, (str, int, float)) or kind in ("integer", "number", "boolean"):
            return self.contract.coerce(node, example)
        return "text"


def responses(contract):
    """The JSON responses of each operation, by method, path and status."""
    for method, _, _, template, operation in contract.routes:
        for status, response in sorted(operation["responses"].items(), key=lambda item: str(item[0])):
            if not str(status).startswith("2"):
                continue
            expansion, body = Expansion(contract), None
            for media in contract.deref(response).get("content", {}).values():
                body = expansion.value(media.get("schema", {}))
            if expansion.probes:
                yield f"{method} {template}", int(status), body, list(expansion.probes.values())


def requests(contract):
    """The parameters and the writable properties of each operation."""
    for method, _, _, template, operation in contract.routes:
        parameters = sorted({(p["in"], p["name"]) for p in operation["parameters"] if p["in"] in ("query", "path")})
        expansion = Expansion(contract, writable_only=True)
        body = contract.deref(operation.get("requestBody")) or {}
        for media in body.get("content", {}).values():
            expansion.value(media.get("schema", {}))
        yield f"{method} {template}", parameters, ["/".join(path) for path in expansion.probes]


def read(probes, covered):
    """The paths whose value reached a property of the library; an object does when one of its members does."""
    found = set(covered)
    for probe in sorted(probes, key=lambda probe: -probe["path"].count("/")):
        path = probe["path"]
        if probe["kind"] in ("children", "change") and any(other.startswith(path + "/") for other in found):
            found.add(path)
    return found


def matches(path, sent):
    if "*" not in path.split("/"):
        return path in sent
    pattern = re.compile("/".join("[^/]+" if part == "*" else re.escape(part) for part in path.split("/")) + "$")
    return any(pattern.match(other) for other in sent)


def report(contract, result, named):
    """The totals, the covered numbers, the number of exceptions, and what is wrong."""
    totals = {"operations": 0, "parameters": 0, "request properties": 0, "response properties": 0}
    covered = dict(totals)
    problems, exceptions, unused = [], 0, set(named)

    def count(what, name, is_covered):
        """Counts an item. Returns whether it is covered or an exception."""
        nonlocal exceptions
        totals[what] += 1
        line = f"{what}: {name}"
        patterns = [p for p in named if line == p or p.endswith(" *") and line.startswith(p[:-1])]
        if is_covered:
            covered[what] += 1
        elif patterns:
            exceptions += 1
            unused.difference_update(patterns)
        else:
            problems.append(f"not covered: {line}")
        return is_covered or bool(patterns)

    for operation, parameters, properties in requests(contract):
        sent = result["requests"].get(operation)
        count("operations", operation, sent is not None)
        sent = sent or {"query": [], "body": []}
        for place, name in parameters:
            is_sent = operation in result["requests"] if place == "path" else name in sent["query"]
            count("parameters", f"{operation} {name}", is_sent)
        for path in properties:
            count("request properties", f"{operation} {path}", matches(path, set(sent["body"])))
    for operation, status, _, probes in responses(contract):
        outcome = result["responses"].get(f"{operation} {status}", {"covered": [], "error": "no call"})
        reached = read(probes, outcome["covered"])
        counted = [count("response properties", f"{operation} {status} {probe['path']}", probe["path"] in reached)
                   for probe in probes]
        if outcome.get("error") and not all(counted):
            problems.append(f"{operation} {status} was not read: {outcome['error']}")
    for pattern in sorted(unused):
        print(f"note: covered, but listed as an exception: {pattern}", file=sys.stderr)
    return totals, covered, exceptions, problems


START, END = "<!-- contract -->", "<!-- end of contract -->"


def section(totals, covered, exceptions):
    rows = "".join(f"| {what} | {totals[what]:,} | {covered[what]:,} |\n" for what in totals)
    return f"| of the contract | total | covered |\n|---|---|---|\n{rows}| exceptions | | {exceptions:,} |\n"


def committed(text):
    """The covered numbers in a page, by name."""
    rows = re.findall(r"^\| ([a-z ]+) \| [\d,]* ?\| ([\d,]+) \|$", text, re.MULTILINE)
    return {what: int(number.replace(",", "")) for what, number in rows}


def main():
    command, judge, source = sys.argv[1:4]
    contract = load(judge, source)
    if command == "plan":
        plan = [{"operation": o, "status": s, "body": b, "probes": p} for o, s, b, p in responses(contract)]
        Path(sys.argv[4]).write_text(json.dumps(plan))
        return
    result_file, named_file, page_file = map(Path, sys.argv[4:7])
    named = [line.split(" # ")[0].strip() for line in named_file.read_text().splitlines()
             if line.strip() and not line.startswith("#")]
    totals, covered, exceptions, problems = report(contract, json.loads(result_file.read_text()), named)
    page = page_file.read_text()
    before, _, rest = page.partition(START + "\n")
    old, _, after = rest.partition(END)
    if "--check" in sys.argv:
        figures = committed(old)
        for what in totals:
            if covered[what] < figures.get(what, 0):
                problems.append(f"{what}: {covered[what]} covered, {figures[what]} before")
        if exceptions > figures.get("exceptions", 0):
            problems.append(f"exceptions: {exceptions}, {figures.get('exceptions', 0)} before")
    else:
        page_file.write_text(f"{before}{START}\n\n{section(totals, covered, exceptions)}\n{END}{after}")
    for what in totals:
        print(f"{what}: {covered[what]} of {totals[what]}")
    print(f"exceptions: {exceptions}")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Gives consent in headless Chromium: opens a page, clicks a button with the mouse, and prints the next page.

usage: consent.py CHROMIUM ADDRESS BUTTON_ID

Prints the title and the text of the next page. Requires only the standard library: it contains a WebSocket client for the
DevTools protocol. The browser can reach this machine only.
"""

import base64
import json
import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE = 60


class WebSocket:
    """The part of RFC 6455 that text messages to a local server need."""

    def __init__(self, host, port, path):
        self.connection = socket.create_connection((host, port), timeout=PATIENCE)
        self.received = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self.connection.sendall(
            (
                f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
            ).encode()
        )
        while b"\r\n\r\n" not in self.received:
            self._receive()
        head, self.received = self.received.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise RuntimeError("the browser refused the WebSocket")

    def send(self, text):
        data = text.encode()
        length = len(data)
        if length < 126:
            head = struct.pack("!BB", 0x81, 0x80 | length)
        elif length < 1 << 16:
            head = struct.pack("!BBH", 0x81, 0x80 | 126, length)
        else:
            head = struct.pack("!BBQ", 0x81, 0x80 | 127, length)
        mask = os.urandom(4)
        self.connection.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    def next(self):
        message = b""
        while True:
            first, second = self._take(2)
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", self._take(2))
            elif length == 127:
                (length,) = struct.unpack("!Q", self._take(8))
            payload = self._take(length)
            opcode = first & 0x0F
            if opcode == 8:
                raise RuntimeError("the browser closed the WebSocket")
            if opcode in (0, 1):
                message += payload
                if first & 0x80:
                    return message.decode()

    def _take(self, count):
        while len(self.received) < count:
            self._receive()
        taken, self.received = self.received[:count], self.received[count:]
        return taken

    def _receive(self):
        data = self.connection.recv(1 << 16)
        if not data:
            raise RuntimeError("the browser disconnected")
        self.received += data


class Page:
    """A tab of the browser."""

    def __init__(self, websocket):
        self.websocket = websocket
        self.count = 0
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]  # quotation
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.websocket.send(json.dumps(message))
        while True:
            response = json.loads(self.websocket.next())
            if response.get("id") == self.count:
                if "error" in response:
                    raise RuntimeError(f"{method}: {response['error']['message']}")
                return response["result"]

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return result["result"].get("value")

    def wait(self, expression, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                value = self.evaluate(expression)
            except RuntimeError:
                value = None  # There is no page during navigation.
            if value:
                return value
            time.sleep(0.1)
        raise RuntimeError(f"{what} did not appear within {PATIENCE} s")

    def click(self, box):
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.call("Input.dispatchMouseEvent", type=kind, x=box["x"], y=box["y"], **button)


def start(chromium, profile):
    command = [
        chromium,
        "--headless",
        "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-extensions",
        "--disable-gpu",
        "--disable-sync",
        # /dev/shm is small in containers.
        "--disable-dev-shm-usage",
        # Requests of the browser itself fail.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]",
    ]
    if os.geteuid() == 0:
        command.append("--no-sandbox")  # Chromium's own sandbox does not work for root.
    browser = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    for line in browser.stderr:
        found = re.match(r"DevTools listening on ws://([\d.]+):(\d+)(/\S+)", line)
        if found:
            # A full pipe would block the browser.
            threading.Thread(target=browser.stderr.read, daemon=True).start()
            return browser, WebSocket(found[1], int(found[2]), found[3])
    raise RuntimeError("the browser did not start")


def main():
    chromium, address, button = sys.argv[1:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser, websocket = start(chromium, profile)
        try:
            page = Page(websocket)
            page.call("Page.navigate", url=address)
            box = page.wait(
                f"""(() => {{
                  const button = document.getElementById({json.dumps(button)});
                  if (!button || document.readyState !== 'complete') return null;
                  button.scrollIntoView();
                  const box = button.getBoundingClientRect();
                  return {{ x: box.x + box.width / 2, y: box.y + box.height / 2, origin: location.origin }};
                }})()""",
                f"a button #{button}",
            )
            page.click(box)
            print(
                page.wait(
                    f"""location.origin !== {json.dumps(box["origin"])} && document.readyState === 'complete' && document.body
                      && document.title + '\\n' + document.body.innerText""",
                    "the page after the click",
                )
            )
        finally:
            browser.terminate()
            try:
                browser.wait(10)
            except subprocess.TimeoutExpired:
                browser.kill()
                browser.wait()


if __name__ == "__main__":
    try:
        main()
    except (OSError, RuntimeError) as error:
        sys.exit(f"consent.py: {error}")

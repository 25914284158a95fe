"""Receives webhooks: python3 docs/samples/python/webhook.py   (docs/webhooks.md says what they are)"""
import base64
import hashlib
import hmac
import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT = int(os.environ.get("PORT", "8080"))
# The sandbox's own secret; yours is in your vault.
SECRET = os.environ.get("WEBHOOK_SECRET", "whsec_d2ViaG9va3Mgb2YgdGhlIHNhbmRib3gncyBKVDAx")
TOLERANCE_SECONDS = 300

# The ids that were taken. In a shop: a table with a unique key, written in the transaction that does the work.
taken = set()
gate = threading.Lock()


def refusal(headers, body):
    """The reason why a message is not believed; None when it is genuine."""
    message_id, timestamp, signatures = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not (message_id and timestamp and signatures):
        return "headers"
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return "timestamp"
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    digest = hmac.new(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    # While a secret is rotated there are two signatures: one that fits is enough.
    fits = any(hmac.compare_digest(each.encode(), expected) for each in signatures.split(" "))
    return None if fits else "signature"


def work(event):
    """Runs after the answer has left."""
    print(f"{event['type']} {event['data']['invoiceNo']} order {event['order']} {event['data']['status']}", flush=True)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        refused = refusal(self.headers, body)
        self.send_response(401 if refused else 204)
        # Said aloud: a client that takes the connection for reusable loses the message that it sends next.
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.flush()
        if refused:
            print(f"refused: {refused}", flush=True)
            return
        message_id = self.headers["webhook-id"]
        with gate:
            is_repeated = message_id in taken
            taken.add(message_id)
        if is_repeated:
            print(f"repeated {message_id}", flush=True)
        else:
            work(json.loads(body))

    def log_message(self, *_):
        pass


print(f"listening on http://127.0.0.1:{PORT}/", flush=True)
ThreadingHTTPServer(("127.0.0.1", PORT), Receiver).serve_forever()

"""Refunds and follows the refund to its end: python3 docs/samples/python/refund.py [invoiceNo] [amount] [Idempotency-Key]"""
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.request

GATEWAY = os.environ.get("GATEWAY_URL", "http://127.0.0.1:7071/api")
MERCHANT = os.environ.get("GATEWAY_MERCHANT", "JT01")
API_KEY = os.environ.get("GATEWAY_API_KEY", "sandbox-JT01")
ATTEMPTS = 5


def stop(code, *lines):
    print(*lines, sep="\n")
    sys.exit(code)


def ask(path, body=None, key=None):
    """Repeats what had no answer, and what the answer calls retryable; every other problem ends the program."""
    headers = {"X-Api-Key": API_KEY}
    if body is not None:
        headers |= {"Idempotency-Key": key, "Content-Type": "application/json"}
        body = json.dumps(body).encode()
    for attempt in range(ATTEMPTS):
        problem = "no answer"
        wait = min(2**attempt, 8)
        try:
            request = urllib.request.Request(f"{GATEWAY}/merchants/{MERCHANT}{path}", body, headers)
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)
        except urllib.error.HTTPError as refused:
            text = refused.read().decode()
            answer = json.loads(text) if text.startswith("{") else {"code": "no_problem", "detail": text, "retryable": refused.code >= 500}
            problem = f"problem {refused.code} {answer['code']}: {answer['detail']}"
            if not answer["retryable"]:
                errors = [f"  {field}: {each}" for field, texts in answer.get("errors", {}).items() for each in texts]
                stop(1, problem, *errors)
            wait = int(refused.headers.get("Retry-After", wait))
        except (OSError, http.client.HTTPException):
            # Whether it arrived is not known: the same request with the same key finds out.
            pass
        if attempt + 1 < ATTEMPTS:
            print(f"{problem}; the same again in {wait} s", file=sys.stderr)
            time.sleep(wait)
    stop(3, problem)


def main(invoice_no="INV-SETTLED-1", amount="10.00", key="order-1001-python"):
    # One key for each refund that you mean: keep it with the order before you send. Repeating with it never refunds twice.
    refund = ask("/refunds", {"invoiceNo": invoice_no, "amount": float(amount)}, key)
    print(f"refund {refund['id']}", flush=True)

    while not refund["needsReview"] and refund["status"] in ("accepted", "submitting", "unknown"):
        time.sleep(1)
        refund = ask(f"/refunds/{refund['id']}")

    what = f"{refund['amount']:.2f} of {refund['invoiceNo']}"
    gateway = refund["gateway"] or {}
    if refund["needsReview"]:
        stop(4, f"needsReview {what}: {refund['reviewReason']}")
    if refund["status"] == "pending":
        stop(4, f"pending {what}: 2C2P has not decided; ask again later")
    if refund["status"] == "failed":
        stop(1, f"failed {what}: {gateway.get('respCode')} {gateway.get('respDesc')}")
    stop(0, f"succeeded {what}: 2C2P's reference {gateway['refundReferenceNo']}")


main(*sys.argv[1:])

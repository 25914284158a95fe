"""Lists operations, all pages: python3 docs/samples/python/list.py ['kind=refund&limit=20']   (docs/finding.md has all filters)"""
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

GATEWAY = os.environ.get("GATEWAY_URL", "http://127.0.0.1:7071/api")
MERCHANT = os.environ.get("GATEWAY_MERCHANT", "JT01")
API_KEY = os.environ.get("GATEWAY_API_KEY", "sandbox-JT01")

query = dict(urllib.parse.parse_qsl(sys.argv[1] if len(sys.argv) > 1 else ""))
count = pages = 0
while True:
    url = f"{GATEWAY}/merchants/{MERCHANT}/operations?{urllib.parse.urlencode(query)}"
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers={"X-Api-Key": API_KEY}), timeout=60) as response:
            page = json.load(response)
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        print(f"problem {refused.code} {problem['code']}: {problem['detail']}")
        sys.exit(1)
    for one in page["items"]:
        amount = "-" if one["amount"] is None else f"{one['amount']:.2f}"
        print(one["createdAt"], one["kind"], one["status"], amount, one["invoiceNo"], one["id"])
    count += len(page["items"])
    pages += 1
    # A page may be short, even empty, before the last one: only the cursor says whether there is more.
    if not page["nextCursor"]:
        break
    query["cursor"] = page["nextCursor"]
print(f"{count} operations on {pages} pages")

#!/usr/bin/env bash
# Lists operations, all pages: bash docs/samples/curl/list.sh ['kind=refund&limit=20']   (docs/finding.md has all filters)
set -euo pipefail

gateway=${GATEWAY_URL:-http://127.0.0.1:7071/api}
root=$gateway/merchants/${GATEWAY_MERCHANT:-JT01}
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT
# The key is in a file: arguments can be read by everybody on the machine.
printf 'X-Api-Key: %s\n' "${GATEWAY_API_KEY:-sandbox-JT01}" >"$headers"

# One value by its name, as it stands there; the first, where there are several. With jq at hand: jq -r .items[]
value() { { grep -oE "\"$1\":(\"([^\"\\\\]|\\\\.)*\"|[^,}]*)" <<<"$2" || true; } | head -n 1 | cut -d : -f 2- | sed -E 's/^"(.*)"$/\1/'; }

count=0 pages=0 cursor=
while :; do
  answer=$(curl -sS --max-time 60 -w '\n%{http_code}' -H @"$headers" "$root/operations?${1:-}${cursor:+&cursor=$cursor}")
  status=${answer##*$'\n'} page=${answer%$'\n'*}
  if [[ $status != 200 ]]; then
    echo "problem $status $(value code "$page"): $(value detail "$page")"
    exit 1
  fi
  while read -r one; do
    [[ $one == *'"createdAt"'* ]] || continue
    amount=$(value amount "$one")
    [[ $amount == null ]] && amount=-
    echo "$(value createdAt "$one") $(value kind "$one") $(value status "$one") $amount $(value invoiceNo "$one") $(value id "$one")"
    count=$((count + 1))
  done < <(sed 's/{"id":/\n{"id":/g' <<<"$page")
  pages=$((pages + 1))
  # A page may be short, even empty, before the last one: only the cursor says whether there is more.
  cursor=$(value nextCursor "$page")
  [[ -z $cursor || $cursor == null ]] && break
done
echo "$count operations on $pages pages"

#!/usr/bin/env bash
# Refunds and follows the refund to its end: bash docs/samples/curl/refund.sh [invoiceNo] [amount] [Idempotency-Key]
set -uo pipefail

gateway=${GATEWAY_URL:-http://127.0.0.1:7071/api}
root=$gateway/merchants/${GATEWAY_MERCHANT:-JT01}
api_key=${GATEWAY_API_KEY:-sandbox-JT01}
attempts=5

# One key for each refund that you mean: keep it with the order before you send. Repeating with it never refunds twice.
invoice_no=${1:-INV-SETTLED-1} amount=${2:-10.00} key=${3:-order-1001-curl}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One value of the answer by its name, as it stands there; the first, where there are several. With jq at hand: jq -r .status
value() { grep -oE "\"$1\":(\"([^\"\\\\]|\\\\.)*\"|[^,}]*)" "$work/body" | head -n 1 | cut -d : -f 2- | sed -E 's/^"(.*)"$/\1/'; }

stop() {
  printf '%s\n' "$2"
  exit "$1"
}

# Repeats what had no answer, and what the answer calls retryable; every other problem ends the program.
ask() {
  local attempt problem status wait
  for ((attempt = 1; ; attempt++)); do
    wait=$((attempt < 4 ? 1 << (attempt - 1) : 8))
    # The key is in a file: arguments can be read by everybody on the machine.
    if status=$(curl -sS --max-time 60 -H @"$work/headers" -D "$work/answered" -o "$work/body" -w '%{http_code}' "$@" 2>"$work/error"); then
      [[ $status == 2* ]] && return
      problem="problem $status $(value code): $(value detail)"
      if [[ $(value retryable) == false || ($status == 4* && $(value retryable) != true) ]]; then
        errors=$(grep -oE '"errors":\{[^}]*\}' "$work/body" | grep -oE '"[^"]*":\[[^]]*\]' | sed -E 's/^"([^"]*)":\["(.*)"\]$/  \1: \2/; :next; s/^  ([^:]*): (.*)","(.*)$/  \1: \2\n  \1: \3/; t next')
        stop 1 "$problem${errors:+$'\n'$errors}"
      fi
      wait=$(grep -i '^Retry-After:' "$work/answered" | tr -dc 0-9 | grep . || echo "$wait")
    else
      # Whether it arrived is not known: the same request with the same key finds out.
      problem='no answer'
    fi
    ((attempt == attempts)) && stop 3 "$problem"
    echo "$problem; the same again in $wait s" >&2
    sleep "$wait"
  done
}

printf 'X-Api-Key: %s\n' "$api_key" >"$work/headers"
ask "$root/refunds" -H "Idempotency-Key: $key" -H 'Content-Type: application/json' -d "{\"invoiceNo\": \"$invoice_no\", \"amount\": $amount}"
id=$(value id)
echo "refund $id"

while [[ $(value needsReview) == false && $(value status) =~ ^(accepted|submitting|unknown)$ ]]; do
  sleep 1
  ask "$root/refunds/$id"
done

what="$(value amount) of $(value invoiceNo)"
[[ $(value needsReview) == true ]] && stop 4 "needsReview $what: $(value reviewReason)"
case $(value status) in
  pending) stop 4 "pending $what: 2C2P has not decided; ask again later" ;;
  failed) stop 1 "failed $what: $(value respCode) $(value respDesc)" ;;
  *) stop 0 "succeeded $what: 2C2P's reference $(value refundReferenceNo)" ;;
esac

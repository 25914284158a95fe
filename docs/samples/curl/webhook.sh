#!/usr/bin/env bash
# Receives one webhook as a CGI program, since bash is no server: let any web server with CGI run it for POSTs. Needs openssl. (docs/webhooks.md says what webhooks are)
set -uo pipefail
export LC_ALL=C

# The sandbox's own secret; yours is in your vault.
secret=${WEBHOOK_SECRET:-whsec_d2ViaG9va3Mgb2YgdGhlIHNhbmRib3gncyBKVDAx}
# The ids that were taken, a folder for each: making one succeeds once only.
taken=${WEBHOOK_TAKEN:-${TMPDIR:-/tmp}/webhooks-taken}
tolerance_seconds=300

id=${HTTP_WEBHOOK_ID:-} timestamp=${HTTP_WEBHOOK_TIMESTAMP:-} signatures=${HTTP_WEBHOOK_SIGNATURE:-}
# Byte for byte, line ends at the end too.
body=$(head -c "${CONTENT_LENGTH:-0}"; printf x)
body=${body%x}

answer() { printf 'Status: %s\r\n\r\n' "$1"; exec >&-; }
value() { grep -oE "\"$1\":(\"([^\"\\\\]|\\\\.)*\"|[^,}]*)" <<<"$body" | sed -n "${2:-1}p" | cut -d : -f 2- | sed -E 's/^ ?"?([^"]*)"?$/\1/'; }
hex() { od -An -v -tx1 | tr -d ' \n'; }

# Two texts are compared by their hashes under a key of this moment: how long that takes tells nothing about them.
nonce=$(openssl rand -hex 32)
blinded() { printf '%s' "$1" | openssl dgst -sha256 -hmac "$nonce" -r; }

# The reason why the message is not believed; nothing when it is genuine.
refusal() {
  local key expected each
  if [[ -z $id || -z $timestamp || -z $signatures ]]; then echo headers && return; fi
  if [[ ! $timestamp =~ ^[0-9]{1,12}$ ]]; then echo timestamp && return; fi
  local age=$(($(date +%s) - 10#$timestamp))
  if ((age > tolerance_seconds || age < -tolerance_seconds)); then echo timestamp && return; fi

  key=$(printf '%s' "${secret#whsec_}" | base64 -d | hex)
  expected=$(printf '%s.%s.%s' "$id" "$timestamp" "$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
  expected=$(blinded "v1,$expected")
  # While a secret is rotated there are two signatures: one that fits is enough.
  for each in $signatures; do
    [[ $(blinded "$each") == "$expected" ]] && return
  done
  echo signature
}

refused=$(refusal)
if [[ -n $refused ]]; then
  answer '401 Unauthorized'
  echo "refused: $refused" >&2
  exit
fi

# The work comes after the answer has left.
answer '204 No Content'
if ! mkdir -p "$taken" || ! mkdir "$taken/$(printf '%s' "$id" | hex)" 2>/dev/null; then
  echo "repeated $id" >&2
  exit
fi
echo "$(value type) $(value invoiceNo) order $(value order) $(value status)" >&2

#!/usr/bin/env bash
# Waits until the app answers /api/health/ready with 200, and then goes on asking: a rolling update takes up to three minutes and tells nobody when it is done.
# The address is $APP_URL, or that of the one function app in $RESOURCE_GROUP.
set -euo pipefail

seconds_between=${SECONDS_BETWEEN:-10}
tries=${TRIES:-30}
good_in_a_row=${GOOD_IN_A_ROW:-18}

if [ -z "${APP_URL:-}" ]; then
  host=$(az functionapp list --resource-group "$RESOURCE_GROUP" --query '[0].defaultHostName' --output tsv)
  APP_URL="https://$host"
fi
url="$APP_URL/api/health/ready"

good=0
bad=0
while [ "$good" -lt "$good_in_a_row" ]; do
  status=$(curl --silent --output /dev/null --max-time 20 --write-out '%{http_code}' "$url" || true)
  if [ "$status" = 200 ]; then
    good=$((good + 1))
  else
    echo "$url answered $status after $good good answers"
    good=0
    bad=$((bad + 1))
    if [ "$bad" -ge "$tries" ]; then
      echo "The app did not become ready. Its parts by name:"
      curl --silent --max-time 20 "$url" || true
      exit 1
    fi
  fi
  if [ "$good" -lt "$good_in_a_row" ]; then sleep "$seconds_between"; fi
done
echo "$url answered 200, $good times in a row"

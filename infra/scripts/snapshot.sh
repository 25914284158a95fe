#!/usr/bin/env bash
# Writes the predicted resources of both environments anew, after a change of the templates that is meant. Needs the Bicep CLI: $BICEP, or bicep on the PATH.
set -euo pipefail
cd "$(dirname "$0")/.."

for environment in dev prod; do
  "${BICEP:-bicep}" snapshot "main.$environment.bicepparam" --mode overwrite \
    --tenant-id 11111111-1111-1111-1111-111111111111 \
    --subscription-id 22222222-2222-2222-2222-222222222222 \
    --resource-group "rg-payments-$environment" \
    --location southeastasia
done

#!/usr/bin/env bash
# Deploys infra/ to the resource group $RESOURCE_GROUP: deploy-infrastructure.sh dev|prod. Writes the outputs, none of which is a secret.
set -euo pipefail
environment=$1
cd "$(dirname "$0")/.."

if placeholders=$(grep -nE 'REPLACEME|example\.com' "main.$environment.bicepparam" | grep -vE '^[0-9]+: *//'); then
  echo "infra/main.$environment.bicepparam still has placeholders. Put your own values in, and run infra/scripts/snapshot.sh:"
  echo "$placeholders"
  exit 1
fi

az config set bicep.use_binary_from_path=false --only-show-errors
az bicep install --version v0.49.2

az deployment group create --resource-group "$RESOURCE_GROUP" --name "payment-operations-${GITHUB_RUN_ID:-by-hand}" \
  --parameters "main.$environment.bicepparam" --query properties.outputs --output yaml

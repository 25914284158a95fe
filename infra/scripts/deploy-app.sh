#!/usr/bin/env bash
# Deploys a package to the one function app in the resource group $RESOURCE_GROUP: deploy-app.sh <app.zip>.
set -euo pipefail
package=$1

app=$(az functionapp list --resource-group "$RESOURCE_GROUP" --query '[].name' --output tsv)
if [ -z "$app" ] || [ "$(wc -w <<<"$app")" -ne 1 ]; then
  echo "Expected one function app in $RESOURCE_GROUP and found: ${app:-none}. Deploy infra/ first."
  exit 1
fi

az functionapp deployment source config-zip --resource-group "$RESOURCE_GROUP" --name "$app" --src "$package" --build-remote false --only-show-errors

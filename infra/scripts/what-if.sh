#!/usr/bin/env bash
# What a deployment of this tree would change in both environments, as Markdown. Needs $DEV_RESOURCE_GROUP, and $PROD_RESOURCE_GROUP if there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

# A comment on GitHub takes 65,536 characters.
readonly limit=30000

az config set bicep.use_binary_from_path=false --only-show-errors >&2
az bicep install --version v0.49.2 >&2

report() {
  local environment=$1 group=$2 changes
  # Only reading: the identity of pull requests may not write.
  changes=$(az deployment group what-if --resource-group "$group" --parameters "main.$environment.bicepparam" \
    --result-format ResourceIdOnly --validation-level ProviderNoRbac --no-pretty-print --only-show-errors \
    --query "changes[?changeType!='NoChange' && changeType!='Ignore'].[changeType, resourceId]" --output tsv)
  echo "### What would change in $environment"
  echo
  echo '```'
  printf '%s\n' "${changes:-nothing}" | sed "s|/subscriptions/[^/]*/resourceGroups/[^/]*/providers/||" | head -c "$limit"
  echo '```'
  echo
}

report dev "$DEV_RESOURCE_GROUP"
if [ -n "${PROD_RESOURCE_GROUP:-}" ]; then report prod "$PROD_RESOURCE_GROUP"; fi

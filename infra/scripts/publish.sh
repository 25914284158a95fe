#!/usr/bin/env bash
# Publishes the app with Microsoft's worker and packs it: publish.sh <app.zip>. CI and deployments use the same command.
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")/../.."
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT

dotnet publish src/Functions -c Release -r linux-x64 --no-self-contained -p:FunctionsRuntime=Azure -p:PublishReadyToRun=true -o "$output"

for needed in host.json Functions.dll functions.metadata .azurefunctions; do
  test -e "$output/$needed" || { echo "$needed is missing in the publication."; exit 1; }
done
test ! -e "$output/Functions.LocalRuntime.dll" || { echo "The local runtime must not be deployed."; exit 1; }

# With the folder .azurefunctions, which the platform needs and a glob would leave out.
rm -f "$package"
(cd "$output" && zip -qr "$package" .)
echo "Packed $package"

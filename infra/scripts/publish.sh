#!/usr/bin/env bash
# Publishes the app and packs it: publish.sh <app.zip>. CI, the tests and deployments use the same command, and the packages of the lock files.
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Built apart from the working copy's own output, which may be in use.
dotnet publish src/Functions -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true -p:RestoreLockedMode=true \
  -p:ArtifactsPath="$work/artifacts" -p:PackageFile="$package" -o "$work/app"

echo "Packed $package"

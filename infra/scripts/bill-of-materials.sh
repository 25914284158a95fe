#!/usr/bin/env bash
# Writes what the app is made of, transitive packages included, as CycloneDX JSON: bill-of-materials.sh <bom.json>.
set -euo pipefail
bom=$(realpath "$1")
cd "$(dirname "$0")/../.."

dotnet tool restore
dotnet restore src/Functions --locked-mode
# Without a serial number, which would differ each time. What is read is what the restore above made.
dotnet CycloneDX src/Functions/Functions.csproj --output "$(dirname "$bom")" --filename "$(basename "$bom")" --output-format Json \
  --disable-package-restore --no-serial-number --set-name payment-gateway --set-type Application

echo "Wrote $bom"

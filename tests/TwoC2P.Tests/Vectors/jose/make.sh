#!/usr/bin/env bash
# Makes the vectors of this folder with openssl and Node's jose, and no code of this repository: ./make.sh <folder of node_modules>
# Keys are for tests only. A run makes new keys and random numbers; what is committed is one run.
set -euo pipefail
cd "$(dirname "$0")"
tokens=../../../Testing/Jose/tokens.mjs

for side in merchant gateway; do
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$side.key.pem"
  openssl pkey -in "$side.key.pem" -pubout -out "$side.pub.pem"
done

# seal <xml> <signer> <reader> <token>
seal() {
  node -e '
    const { readFileSync } = require("fs");
    const [xml, signer, reader] = process.argv.slice(1).map(file => readFileSync(file, "utf8"));
    process.stdout.write(JSON.stringify({ xml, signer, reader }));
  ' "$1" "$2" "$3" | node "$tokens" "$modules" seal | node -e '
    process.stdout.write(JSON.parse(require("fs").readFileSync(0, "utf8")).token);
  ' > "$4"
}

modules=$1
seal answer.xml gateway.key.pem merchant.pub.pem answer.jose
seal request.xml merchant.key.pem gateway.pub.pem request.jose

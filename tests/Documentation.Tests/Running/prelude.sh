# Read before the blocks of a document: what differs from a reader's own shell. Everything else runs as it stands.
set -eo pipefail

# A reader sees a refusal; here it has to be an error. REFUSALS are the statuses that a document's examples may meet.
curl() {
  local answer status=000 more=()
  answer=$(mktemp)
  # The bank is told to finish what the app may be about to send.
  [[ "$*" == */refunds/finish* && -z ${REFUSALS:-} ]] && more=(--fail --retry 60 --retry-delay 1 --retry-all-errors)
  status=$(command curl -sS "${more[@]}" -o "$answer" -w '%{http_code}' "$@") || { echo "curl: exit code $?" >&2; return 1; }
  cat "$answer"
  echo
  rm -f "$answer"
  [[ $status == 2* || " ${REFUSALS:-} ${ANNOUNCED:-} " == *" $status "* ]] || { echo "curl: $status for: $*" >&2; return 22; }
}

# What a machine may lack says nothing; tests/Documentation.Tests/Samples decides what it may lack.
for optional in python3 php; do
  command -v "$optional" >/dev/null || eval "$optional() { :; }"
done

# dotnet run would build what has been built, beside other tests: the built program is started. What runs from a single file is run as it stands.
dotnet() {
  case "$*" in
    "run --project src/Operator -- "*) command dotnet "$OPERATOR" "${@:5}" ;;
    "run --project src/TwoC2P.Simulator -- "*)
      command dotnet "$SIMULATOR" "${@:5}" --parent-pid $$ >/dev/null &
      trap "kill $! 2>/dev/null" EXIT
      until command curl -s -o /dev/null "$SIMULATOR_URL/_control/health"; do sleep 0.1; done
      ;;
    "run docs/samples/csharp/"*) command dotnet "$@" ;;
    *)
      echo "Nothing here runs: dotnet $*" >&2
      return 64
      ;;
  esac
}

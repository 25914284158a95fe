#!/usr/bin/env bash
# Sees that the package of a run is one that main made: check-run.sh <run id>. A run of any branch, and of a fork's pull request too, can keep anything under the package's name, and a number does not show whose it is.
# Needs $GH_REPO, and $GH_TOKEN for gh.
set -euo pipefail
run=$1

if ! [[ $run =~ ^[0-9]+$ ]]; then
  echo "::error::Give the number of a run of the workflow deploy, as it is in the run's address."
  exit 1
fi

read -r path event branch repository commit < <(
  gh api "repos/$GH_REPO/actions/runs/$run" --jq '[(.path | split("@")[0]), .event, .head_branch // "-", .head_repository.full_name // "-", .head_sha] | join(" ")'
)
if [ "$path $event $branch $repository" != ".github/workflows/deploy.yml push main $GH_REPO" ]; then
  echo "::error::Run $run is none of the workflow deploy on a push to main: its package was reviewed by nobody, and nothing is deployed."
  exit 1
fi

# A tag can be called main, too.
place=$(gh api "repos/$GH_REPO/compare/main...$commit" --jq .status)
if [ "$place" != identical ] && [ "$place" != behind ]; then
  echo "::error::The commit of run $run is not on main: nothing is deployed."
  exit 1
fi

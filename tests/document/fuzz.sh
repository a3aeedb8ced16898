#!/usr/bin/env bash
# Has schemathesis make requests of the document of notes, right ones and wrong ones, and look at each answer, all of its
# checks on. Run from anywhere:
#
#   tests/document/fuzz.sh [SECONDS [SEED]]
#
# It takes the seconds (60 where none are said) and what it needs to start; a seed makes it ask the same again. It needs
# Python 3 with venv and its registry, and Rust for the app. Everything goes into a folder of its own, which is deleted.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:-60}
seed=${2:-}
work=$(mktemp -d)
source "$here/notes.sh"
trap finish EXIT

python3 -m venv "$work/python"
timeout 300 "$work/python/bin/pip" install --quiet 'schemathesis==4.*'
start_notes
cd "$work"
timeout $((seconds + 120)) "$work/python/bin/schemathesis" --config-file "$here/schemathesis.toml" run "$origin/openapi.json" \
    --checks all --header "Authorization: Bearer $token" --max-time "$seconds" --request-timeout 10 --no-color ${seed:+--seed "$seed"} | cut -c 1-400

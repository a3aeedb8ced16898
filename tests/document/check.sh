#!/usr/bin/env bash
# Has others judge the documents: two validators, a generator of clients, and a browser. Run from anywhere:
#
#   tests/document/check.sh [PICTURE]
#
# It needs Python 3 with venv, Node 20 with npm, both with access to their registries, and Chromium (Debian's package
# `chromium`), and Rust for the app whose page is opened. Everything goes into a folder of its own, which is deleted.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
picture=${1:-}
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
work=$(mktemp -d)
source "$here/notes.sh"
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }
documents=("$root/examples/notes/openapi.json" "$root/tests/tests/openapi/everything.json")

say "openapi-spec-validator"
python3 -m venv "$work/python"
timeout 300 "$work/python/bin/pip" install --quiet 'openapi-spec-validator==0.9.*'
for document in "${documents[@]}"; do
    timeout 120 "$work/python/bin/openapi-spec-validator" --schema 3.1 "$document"
done

say "@redocly/cli"
cp "$here"/{package.json,client.ts,page.mjs,redocly.yaml} "$work"
cd "$work"
timeout 600 npm install --silent --no-audit --no-fund --no-save \
    @redocly/cli@2 openapi-typescript@7 openapi-fetch@0 typescript@5 puppeteer-core@25
for document in "${documents[@]}"; do
    REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true timeout 120 npx redocly lint --config redocly.yaml "$document"
done

say "openapi-typescript and tsc"
timeout 120 npx openapi-typescript "${documents[0]}" --output notes.d.ts
timeout 120 npx openapi-typescript "${documents[1]}" --output everything.d.ts
timeout 120 npx tsc --noEmit --strict --skipLibCheck false --module esnext --moduleResolution bundler \
    --lib es2022,dom,dom.iterable client.ts everything.d.ts

say "the page, in headless Chromium"
if [[ -z $chromium ]]; then
    echo "there is no Chromium here" >&2
    exit 1
fi
start_notes
cd "$work"
timeout 120 node page.mjs "$origin" "$token" "$chromium" "$work/page.png"
if [[ -n $picture ]]; then cp "$work/page.png" "$picture"; fi

say "all of it holds"

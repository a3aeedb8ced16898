# Starts the notes at a free port, for the scripts beside it: `root` and `work` are set, `origin` and `server` are after it.
# Who has the token may change notes.
token=milk-and-bread

start_notes() {
    cargo build --quiet --locked --manifest-path "$root/Cargo.toml" -p fingerpost-notes --example notes
    local target
    target=$(cargo metadata --locked --no-deps --format-version 1 --manifest-path "$root/Cargo.toml" |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')
    NOTES_TOKEN=$token "$target/debug/examples/notes" 127.0.0.1:0 "$work/notes.db" 2>"$work/log" &
    server=$!
    for _ in $(seq 100); do
        origin=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/log" | head -1 || true)
        if [[ -n $origin ]]; then return; fi
        sleep 0.1
    done
    cat "$work/log" >&2
    exit 1
}

# For `trap finish EXIT`.
finish() {
    if [[ -n ${server:-} ]]; then kill "$server" 2>/dev/null || true; fi
    rm -rf "$work"
}

#!/usr/bin/env python3
"""Opens the program beside it in rust-analyzer, as an editor does, and says what does not work. By hand, from anywhere:

    tests/editor/check.py [PATH OF THE STANDARD LIBRARY'S SOURCES]

It needs Python 3.9 and rust-analyzer, and the component `rust-src` or the folder `library` of Rust's sources. What is built
goes into `target` beside it.

A place is a part of the program that is there once, with `^` where the cursor is.
"""

import json
import pathlib
import subprocess
import sys
import threading

HERE = pathlib.Path(__file__).resolve().parent
FILES = {path: path.read_text() for path in sorted((HERE / "src").glob("*.rs"))}
OPTIONS = {"checkOnSave": False, "cargo": {"targetDir": True}}
if len(sys.argv) > 1:
    OPTIONS["cargo"]["sysrootSrc"] = sys.argv[1]


class Editor:
    """What an editor is to rust-analyzer: a client of the Language Server Protocol."""

    def __init__(self):
        command, pipe = ["rust-analyzer"], subprocess.PIPE
        self.server = subprocess.Popen(command, cwd=HERE, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        self.count = 0
        self.answers = {}
        self.arrived = threading.Condition()
        self.is_ready = False
        threading.Thread(target=self.read, daemon=True).start()
        capabilities = {
            "general": {"positionEncodings": ["utf-8"]},
            "workspace": {"configuration": True, "workspaceEdit": {"documentChanges": True}},
            "textDocument": {"hover": {"contentFormat": ["plaintext"]}, "diagnostic": {}},
            "experimental": {"serverStatusNotification": True},
        }
        folders = {"rootUri": HERE.as_uri(), "workspaceFolders": [{"uri": HERE.as_uri(), "name": "fixture"}]}
        begin = {"processId": None, "capabilities": capabilities, "initializationOptions": OPTIONS, **folders}
        self.ask("initialize", begin)
        self.say("initialized", {})
        for path, text in FILES.items():
            document = {"uri": path.as_uri(), "languageId": "rust", "version": 0, "text": text}
            self.say("textDocument/didOpen", {"textDocument": document})
        with self.arrived:
            self.arrived.wait_for(lambda: self.is_ready, timeout=1200) or sys.exit("it does not get ready")

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def say(self, method, params):
        self.send({"method": method, "params": params})

    def read(self):
        while head := self.server.stdout.readline():
            while line := self.server.stdout.readline().strip():
                head = line if line.lower().startswith(b"content-length") else head
            message = json.loads(self.server.stdout.read(int(head.split(b":")[1])))
            if "method" in message and "id" in message:
                asked = message["params"].get("items") if message["method"] == "workspace/configuration" else None
                self.send({"id": message["id"], "result": asked and [OPTIONS for _ in asked]})
            with self.arrived:
                if "method" not in message:
                    self.answers[message["id"]] = message
                elif message["method"] == "experimental/serverStatus":
                    self.is_ready = message["params"]["quiescent"]
                self.arrived.notify_all()

    def ask(self, method, params):
        while True:
            self.count += 1
            self.send({"id": self.count, "method": method, "params": params})
            with self.arrived:
                self.arrived.wait_for(lambda: self.count in self.answers, timeout=300) or sys.exit(f"no {method}")
            answer = self.answers.pop(self.count)
            # What has changed meanwhile is asked again.
            if answer.get("error", {}).get("code") not in (-32801, -32802):
                return answer.get("result")

    def ask_at(self, method, place, **params):
        path, position = position_of(place)
        return self.ask("textDocument/" + method, {"textDocument": {"uri": path.as_uri()}, "position": position, **params})

    def write(self, path, text):
        FILES[path] = text
        document = {"uri": path.as_uri(), "version": self.count}
        self.say("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def diagnostics(self):
        """The lines with what is said of them."""
        for path in FILES:
            for found in self.ask("textDocument/diagnostic", {"textDocument": {"uri": path.as_uri()}})["items"]:
                line = found["range"]["start"]["line"]
                yield FILES[path].split("\n")[line], found["message"]


def position_of(place):
    part = place.replace("^", "")
    where = [path for path, text in FILES.items() if part in text]
    assert len(where) == 1 and FILES[where[0]].count(part) == 1, f"{place!r} is not there once"
    before = FILES[where[0]].split(part)[0] + place.split("^")[0]
    line = before.split("\n")[-1]
    return where[0], {"line": before.count("\n"), "character": len(line.encode())}


def spot(place):
    path, position = position_of(place)
    return path.as_uri(), position["line"], position["character"]


def start(uri, found):
    return uri, found["start"]["line"], found["start"]["character"]


checks = failures = 0


def check(what, holds, found):
    global checks, failures
    checks += 1
    if not holds:
        failures += 1
        print(f"{what}\n    {found}")


def goes(place, target):
    """To the definition, and nowhere else; a target that is no place of the program ends the name of the file."""
    found = {start(link["uri"], link["range"]) for link in editor.ask_at("definition", place) or []}
    wanted = {spot(target)} if "^" in target else target
    holds = found == wanted if "^" in target else len(found) == 1 and all(uri.endswith(target) for uri, *_ in found)
    check(f"definition of {place!r} at {target!r}", holds, found)


def renames(place, *others):
    """These places, and no others."""
    changes = (editor.ask_at("rename", place, newName="renamed") or {}).get("documentChanges", [])
    edits = [start(change["textDocument"]["uri"], edit["range"]) for change in changes for edit in change["edits"]]
    check(f"renaming of {place!r}", sorted(edits) == sorted({spot(place), *map(spot, others)}), edits)


def hovers(place, *texts):
    found = (editor.ask_at("hover", place) or {"contents": {"value": ""}})["contents"]["value"]
    check(f"{texts} above {place!r}", all(text in found for text in texts), found)


def helps(place, label):
    found = editor.ask_at("signatureHelp", place)
    check(f"{label!r} beside {place!r}", found and found["signatures"][0]["label"] == label, found)


def changed(old, new):
    path, text = next((path, text) for path, text in FILES.items() if old in text)
    assert text.count(old) == 1, f"{old!r} is not there once"
    editor.write(path, text.replace(old, new))
    return lambda: editor.write(path, text)


def completes(old, new, *labels):
    """With `new`, in which the cursor is, in place of `old`; nothing of ours is among it."""
    undo = changed(old, new.replace("^", ""))
    items = editor.ask_at("completion", new) or []
    found = [item["label"] for item in (items if isinstance(items, list) else items["items"])]
    names = {label.split("(")[0].split("!")[0] for label in found}
    are_users = not any(name.startswith("__") and name != "__fingerpost" for name in names)
    check(f"completion of {new!r} with {labels}", names.issuperset(labels) and are_users, found)
    undo()


def blames_alone(old, new):
    """Whatever is said when `old` is `new`, is said of a line of `new`."""
    undo = changed(old, new)
    found = [(line, message) for line, message in editor.diagnostics() if not any(part in line for part in new.split("\n"))]
    check(f"silence beside {new!r}", not found, found)
    undo()


editor = Editor()

said = list(editor.diagnostics())
check("silence in a right program", not said, said)

# What a word means.
goes("table = [^get_post", "fn ^get_post(")
goes("|made| ^get_post(", "fn ^get_post(")
goes("posts::^get_post::path", "fn ^get_post(")
goes("crate::posts::^find]", "fn ^find(")
goes("posts::^table", "pub ^table")
goes("=> ^api, welcome", "pub ^api")
goes("get_post::^path(7)", '#[^get("/{id}")]')
goes("get_post::^request(7)", '#[^get("/{id}")]')
goes("status = ^MADE", "const ^MADE")
goes("status = ^NO_CONTENT", "statuses.rs")
goes("^status = MADE", "words.rs")
goes("(^GET |", "words.rs")
goes('"/{^id}"', "fn get_post(^id")
goes("word}&{^limit = 10", "word: &str, ^limit")
goes('"/old/{^number}"', "fn get_old(^_number")
goes("|made| get_post(^id = ", "fn get_post(^id")
goes("id = ^number", "fn get_old(^_number")
goes("= ^made.id", "|^made|")
goes("made.^id)", "pub ^id: usize")
goes("_who: ^Bearer", "bearer.rs")
goes("Json<^NewPost>,", "struct ^NewPost")
goes("no post {^id}", "NoPost { ^id: usize")
goes("among {^limit}", "word: &str, ^limit")
goes("ProblemOf::<PostError>::^NoPost", "    ^NoPost { id: usize")

hovers("table = [^get_post", "enum get_post {}", "pub fn get_post(id: usize, posts: &Posts)", "One post.", "GET /{id}")
hovers("|^made|", "made: &Json<Post>")
hovers("^location = |", "Location", "location = |post| get_post(id = post.id)")
hovers("#[^post(", "Makes a function a handler")
hovers("^routes! { pub api", "A table of handlers")
hovers("Answer::Success(^post)", "post: Reply<Post>")
helps("get_post::path(^7)", "fn path(id: usize) -> RoutePath")

# What is renamed with it.
handler = ["fn ^get_post(", "table = [^get_post", "|made| ^get_post(", "location = ^get_post(id = n", "posts::^get_post::path"]
handler += ["PostError, Posts, ^get_post}", "routes![^get_post]", "call(^get_post::"]
for place in handler:
    renames(place, *handler)
renames("posts::table, ^health]", "fn ^health()", "Greeting, ^health,", "\n        ^health();")
renames("pub ^table", "posts::^table")
links = ["|made| get_post(^id", "location = get_post(^id"]
renames("fn get_post(^id", '"/{^id}"', "nth(^id) {", "PostError::NoPost { ^id }", *links)
renames("word: &str, ^limit", "&{^limit = 10}", "if ^limit ==", "among {^limit}", "take(^limit)")
renames("id = ^number", '"/old/{^number}"', "fn get_old(^_number")
renames("|^made|", "id = ^made.id")
renames("pub ^id: usize", "made.^id)", "Post { ^id: posts.len()")
renames("const ^MADE", "status = ^MADE")
renames("    ^NoPost { id: usize", "PostError::^NoPost { id }", "<PostError>::^NoPost")
renames("NoPost { ^id: usize", "no post {^id}", "PostError::NoPost { ^id }")
renames("struct ^Greeting", "greeting: ^Greeting,", "greeting: &^Greeting", "greeting: ^Greeting(", "use super::{^Greeting", ".state(^Greeting(")

# What is completed.
entries, link = "[get_post, new_post, get_old]", "location = |made| get_post(id = made.id)"
completes(entries, "[get_post, ge^, new_post, get_old]", "get_old", "find")
completes(entries, "[get_post, ^ new_post, get_old]", "get_old", "find")
completes(entries, "[get_post, new_post, self::^]", "get_old", "find")
completes("crate::posts::find]", "crate::posts::find, ^]", "health", "api")
completes("crate::posts::find]", "crate::posts::^]", "find", "table")
completes(link, "location = |made| ^", "get_post")
completes(link, "location = |made| ge^", "get_post")
completes(link, "location = |made| get_post(^)", "id")
completes(link, "location = |made| get_post(id = m^)", "made")
completes(link, "location = |made| get_post(id = made.^)", "id", "title")
completes("status = MADE", "status = ^ ", "MADE", "CREATED")
completes('"/", status', '"/", ^, status', "content_type", "location")
completes('"64 KiB")', '"64 KiB", ti^)', "timeout")
completes("(GET |", "(P^ |", "POST", "PATCH")
completes("match posts.nth(id) {", "let post = posts.^;\n    match posts.nth(id) {", "nth")
completes("match posts.nth(id) {", "let path = get_post::^;\n    match posts.nth(id) {", "path", "request")
completes("post.title, ", "post.^, ", "title", "id")
completes(".states(shared)", ".^(shared)", "state", "states")
completes("among {limit}", "among {li^}", "limit")

# What is wrong, or not there yet, and turns nothing else red.
route = '#[get("/{id}")]'
for wrong in ["#[get]", "#[get()]", '#[get("/{id")]', '#[get("/{key}")]', '#[get("/{id}", stat)]', '#[get("/{id}", status = )]']:
    blames_alone(route, wrong)
for wrong in ["", "|", "|made|", "|made| self::", "|made| get_pots(id = made.id)", "|made| get_post(key = made.id)"]:
    blames_alone(link, f"location = {wrong}")
for wrong in ["|made| get_post(id)", "|made| get_post(id = )", "|made| get_post(id = made.)", '"/posts"']:
    blames_alone(link, f"location = {wrong}")
for wrong in ["[get_post new_post]", "[get_post, ,]", "[crate::]", "[get_pots]", '["/a" =>]', '["a" => get_post]', "[get_post()]"]:
    blames_alone(entries, wrong)
for wrong in ['"no post {id}"', "404, {id}", '200, "no post {id}"', '404, "no post {key}"', "404, "]:
    blames_alone('404, "no post {id}"', wrong)
blames_alone("problem!(422, ", "problem!(")
blames_alone("(_number: usize)", "(_number: )")
blames_alone("get_post(id: usize, posts: &Posts)", "get_post(id: usize, posts: &Posts, who: )")
blames_alone("(_number: usize)", "(_number: usize, who: &)")

editor.server.kill()
print(f"{checks - failures} of {checks} checks hold")
sys.exit(failures > 0)

//! Checks of what an attribute says against the types it meets, in const evaluation.
//!
//! Each panics with what to change; the macro gives the call the span of the token to blame.

#[cfg(feature = "server")]
mod access;
mod links;

use http::StatusCode;

#[cfg(feature = "server")]
pub use access::{auth, public};
#[cfg(feature = "server")]
pub(crate) use links::are_taken_at_once;
pub use links::{ANY_PARAMETERS, TAKEN_AT_ONCE, link, linked_handler, named, place};

use crate::media_types::MediaTypes;
use crate::respond::Facts;

/// The route, and its keys, of a handler that is declared alone, which no table may have.
///
/// # Panics
/// Always, where it is mounted.
#[track_caller]
pub const fn declared_alone<T>() -> T {
    panic!(
        "this handler is declared for clients alone, and a table or a link leads to it\nhelp: write its body, or leave it out there"
    )
}

/// That a status may be declared for what the handler returns.
#[track_caller]
pub const fn declared_status(facts: Facts, status: u16) {
    if facts.has_own_status() {
        panic!(
            "the handler's return type carries its own status\nhelp: remove `status = …`, or return the plain value"
        );
    }
    if forbids_body(status) && facts.has_body() {
        panic!(
            "a response with this status has no body (RFC 9110 §6.4.1), and the handler returns one\nhelp: return `()`, or declare another status"
        );
    }
}

/// Whether responses with a status never have a body (RFC 9110 §6.4.1, §15.3.6).
const fn forbids_body(status: u16) -> bool {
    matches!(status, 100..=199 | 204 | 205 | 304)
}

/// A declared status, in range.
#[track_caller]
pub const fn status(code: u16) -> u16 {
    if code < 200 || code > 599 {
        panic!("the constant is not the status of an answer\nhelp: a status is 200 to 599 (RFC 9110 §15)");
    }
    code
}

#[doc(hidden)]
pub use crate::problem::failure_status;

/// The same, or 200 where it is none, which has been said.
#[must_use]
pub const fn status_or_ok(code: u16) -> u16 {
    if code < 200 || code > 599 { 200 } else { code }
}

/// What a constant that is named as a status may be.
#[diagnostic::on_unimplemented(
    message = "a status is a `u16` or a `StatusCode`, and this is `{Self}`\nhelp: change its type",
    label = "no status"
)]
pub trait DeclaredStatus: Sized {
    /// Where it is held: of what is no status, the compiler says no more.
    type Held;
}

#[diagnostic::do_not_recommend]
impl DeclaredStatus for u16 {
    type Held = StatusConst<Self>;
}

#[diagnostic::do_not_recommend]
impl DeclaredStatus for StatusCode {
    type Held = StatusConst<Self>;
}

/// Such a constant. Its methods are the types' own, since const evaluation calls no traits.
#[derive(Clone, Copy, Debug)]
pub struct StatusConst<T>(T);

/// A constant that is named as a status.
#[must_use]
pub const fn status_constant<T>(value: T) -> T::Held
where
    T: DeclaredStatus,
    T: DeclaredStatus<Held = StatusConst<T>> + Copy,
{
    StatusConst(value)
}

impl StatusConst<u16> {
    /// Its number.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.0
    }
}

impl StatusConst<StatusCode> {
    /// Its number.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.0.as_u16()
    }
}

/// That a response with a media type has a body.
#[track_caller]
pub const fn declared_content_type(facts: Facts) {
    if !facts.has_body() {
        panic!(
            "a response without a body has no media type\nhelp: remove `content_type`, or return the content"
        );
    }
    if facts.is_negotiated() {
        panic!(
            "each of the representations that a request chooses among has its own media type\nhelp: remove `content_type`"
        );
    }
}

/// That a response with validators has something that they are about.
#[track_caller]
pub const fn declared_validators(facts: Facts, by_value: bool, by_bytes: bool) {
    if !facts.has_body() {
        panic!(
            "a response without a body has nothing that a client could have already\nhelp: remove `etag` and `last_modified`, or return the content"
        );
    }
    if facts.is_stream() && by_bytes {
        panic!(
            "`etag` alone is made of all that is sent, and of a stream that is known when it has ended\nhelp: return the tag beside it, `(ETag, Sse<…>)`, or remove `etag`"
        );
    }
    if facts.is_negotiated() && by_value {
        panic!(
            "the representations that a request chooses among differ, and a tag made from their value does not (RFC 9110 §8.8.3)\nhelp: `etag` alone, which is made of what is sent"
        );
    }
}

/// What an argument is: no extractor,
pub const NO_EXTRACTOR: u8 = 0;
/// one that reads no state,
pub const READS_NO_STATE: u8 = 1;
/// or one that reads some.
pub const READS_STATE: u8 = 2;

/// Which of them.
#[must_use]
pub const fn reading(is_extractor: bool, reads_no_state: bool) -> u8 {
    match (is_extractor, reads_no_state) {
        (false, _) => NO_EXTRACTOR,
        (true, true) => READS_NO_STATE,
        (true, false) => READS_STATE,
    }
}

/// That an argument of a plain type is an extractor, and that it rejects with a failure.
#[track_caller]
pub const fn extractor(is_extractor: bool, rejects: bool) {
    if !rejects {
        panic!(
            "the rejection of this extractor says no status, so that what it refuses would be answered as a success\nhelp: `type Rejection = Problem`, a `(StatusCode, T)`, or an enum that derives `Problem`; a `Responder` of your own says its status in `FACTS`"
        );
    }
    if !is_extractor {
        panic!(
            "a handler cannot take this type: the path names no such argument, and it is not an extractor\nhelp: take a body as `Json<…>`, shared state by `&`, or name the argument in the path, `{{name}}` or `?{{name}}`; or implement `fingerpost::FromRequest` for the type"
        );
    }
}

/// That a plain type is a response.
#[track_caller]
pub const fn output(is_output: bool) {
    if !is_output {
        panic!(
            "a handler cannot return this type: it is not a response\nhelp: return it as `Json<…>`, or return text, bytes, `Html<T>`, `StatusCode` or `()`; or implement `fingerpost::Responder` for the type"
        );
    }
}

/// That a plain type can be the error of a handler.
#[track_caller]
pub const fn error(is_responder: bool) {
    if !is_responder {
        panic!(
            "a handler cannot fail with this type: it does not say which response it is\nhelp: `#[derive(Problem)]` for an error of your own; for any other return `Result<…, Problem>`, and write `.or_500()?` for `?` (with `use fingerpost::OrProblem`)"
        );
    }
}

/// That what is taken by reference, as state, is not an extractor.
#[track_caller]
pub const fn by_value(is_extractor: bool) {
    if is_extractor {
        panic!(
            "an extractor is taken by value; what is taken by `&` is state of the app\nhelp: remove the `&`; instead of `&State<T>` take `&T`"
        );
    }
}

/// That what a handler fails with is answered as a failure.
#[track_caller]
pub const fn failure(is_responder: bool, facts: Facts) {
    if is_responder && !facts.has_own_status() && facts.status() < 400 {
        panic!(
            "this error says no status, so the failure would be answered as a success\nhelp: fail with `(StatusCode, T)`, with a `Problem`, or with an enum that derives `Problem`; a `Responder` of your own says its status in `FACTS`"
        );
    }
}

/// Both of a plain type.
#[track_caller]
pub const fn plain_failure(is_responder: bool, facts: Facts) {
    error(is_responder);
    failure(is_responder, facts);
}

/// That the error of a `Result` that a handler takes is the extractor's rejection.
#[track_caller]
pub const fn own_rejection(is_extractor: bool) {
    if !is_extractor {
        panic!(
            "a handler that takes a `Result` of an extractor takes the extractor's own rejection\nhelp: `Result<Json<T>, JsonRejection>`, say; the type is `Rejection` of the extractor's `FromRequest`"
        );
    }
}

/// That a half of an `Either` says which media types it reads.
#[track_caller]
pub const fn half_of_either(is_extractor: bool, media_types: MediaTypes) {
    if is_extractor && media_types.is_none() {
        panic!(
            "`Either` goes by the media type of the body, and this type names none, so that it would never be asked\nhelp: an extractor of a body, such as `Json<T>`, `Form<T>` or `Bytes`; one of your own says its `MEDIA_TYPES`"
        );
    }
}

/// That what `Valid` stands around is an extractor.
#[track_caller]
pub const fn valid_extractor(is_extractor: bool) {
    if !is_extractor {
        panic!(
            "`Valid` stands around an extractor, which reads the value, and this type is none\nhelp: `Valid<Json<T>>` for a body of JSON, `Valid<Form<T>>`, `Valid<Query<T>>`"
        );
    }
}

/// That the value that `Valid` holds to its rules has some.
#[track_caller]
pub const fn has_rules(has_some: bool) {
    if !has_some {
        panic!(
            "`Valid` holds a value to the rules of its type, and this type has none\nhelp: `#[derive(garde::Validate)]` on the type, of garde 0.23, and `#[garde(…)]` on its fields; a context of theirs is `Send + Sync + 'static`"
        );
    }
}

/// The same of an extractor that does not say where its value is.
#[track_caller]
pub const fn holds_rules(has_some: bool) {
    if !has_some {
        panic!(
            "`Valid` stands around `Json<T>`, `Form<T>`, `Query<T>` or an `Either` of bodies whose value has rules, and not around this\nhelp: an `Option` or a `Result` stands outside, `Option<Valid<Json<T>>>`; an extractor of your own implements `fingerpost::Validated`"
        );
    }
}

/// That `Valid` stands outside of what reads the value.
#[track_caller]
pub const fn valid_outside(is_outside: bool) {
    if !is_outside {
        panic!(
            "`Valid` stands around what reads the value\nhelp: `Valid<Json<T>>`, and not `Json<Valid<T>>`"
        );
    }
}

/// That what is called `State` and holds what could be state is ours.
#[track_caller]
pub const fn own_state(is_state: bool) {
    if !is_state {
        panic!(
            "this `State` is not the one of fingerpost\nhelp: `fingerpost::State<T>`, or take the state by reference: `&T`"
        );
    }
}

/// That state which a handler takes by value can be cloned.
#[track_caller]
pub const fn cloned_state(is_clone: bool) {
    if !is_clone {
        panic!(
            "`State` is a clone of the app's state, and this type has no `Clone`\nhelp: take it by `&`, without `State`; for a task or a stream give the app an `Arc` of it, and take `State<Arc<…>>`"
        );
    }
}

/// That state which a handler takes by value can be shared.
#[track_caller]
pub const fn shared_state(is_shared: bool) {
    if !is_shared {
        panic!(
            "this type cannot be state: handlers on several threads share it, so it is `Send + Sync + 'static`\nhelp: inside of it, use `Arc` for `Rc`, and a `Mutex`, `RwLock` or atomic for `Cell` and `RefCell`"
        );
    }
}

/// That what stands before the last of a tuple is a part of a response.
#[track_caller]
pub const fn part(is_part: bool) {
    if !is_part {
        panic!(
            "this is not a part of a response: in a tuple a status and headers stand first, and the answer last\nhelp: `(StatusCode, T)`, `(HeaderMap, T)`, `([(name, value); N], T)`; a status that is always the same is `status = 201` in the attribute"
        );
    }
}

/// That the last of a tuple is a response.
#[track_caller]
pub const fn last_of_tuple(is_responder: bool) {
    if !is_responder {
        panic!(
            "the last of a tuple is the answer, and this type is not a response\nhelp: text, bytes, `Json<T>`, `Html<T>` or `()`, or implement `fingerpost::Responder` for the type; a status stands first"
        );
    }
}

/// That the last of a tuple is no `Result` or `Option` of a response.
#[track_caller]
pub const fn outside_of_tuple(is_responder: bool) {
    if !is_responder {
        panic!(
            "a `Result` or an `Option` stands outside of the tuple: a failure has a status of its own\nhelp: `Result<(StatusCode, T), E>`, `Option<(StatusCode, T)>`, or the status in the attribute: `status = 201`"
        );
    }
}

/// That a tuple has no more parts than there are kinds of them.
#[track_caller]
pub const fn parts(are_few: bool) {
    if !are_few {
        panic!(
            "a tuple has up to three parts of a response before the answer\nhelp: put all headers into one `HeaderMap`, or one `[(name, value); N]`"
        );
    }
}

/// That the answer of a handler that blocks can come from another thread.
#[track_caller]
pub const fn answer_from_pool(is_send: bool) {
    if !is_send {
        panic!(
            "a handler that blocks runs on another thread, and this type cannot be sent from there\nhelp: return what is `Send + 'static`, with `Arc` for `Rc`, or remove `blocking`"
        );
    }
}

/// That an argument of a handler that blocks can go to another thread.
#[track_caller]
pub const fn argument_for_pool(is_send: bool) {
    if !is_send {
        panic!(
            "a handler that blocks runs on another thread, and this type cannot be sent there\nhelp: take what is `Send + 'static`, with `Arc` for `Rc`, or remove `blocking`"
        );
    }
}

/// That an argument that is read by a future can go where that goes.
#[track_caller]
pub const fn argument_is_sent(is_send: bool) {
    if !is_send {
        panic!(
            "a request may move to another thread while its arguments are read, and this type cannot be sent there\nhelp: take what is `Send`, with `Arc` for `Rc`"
        );
    }
}

/// That what a table names is a handler, and not the function that makes its path.
#[track_caller]
pub const fn handler(is_none: bool) {
    if is_none {
        panic!(
            "a table names the handler, and this is the function that makes its path\nhelp: remove `::path`"
        );
    }
}

/// That an argument of a handler whose methods have no GET opens no WebSocket.
#[track_caller]
pub const fn no_websocket(is_websocket: bool) {
    if is_websocket {
        panic!(
            "a WebSocket is opened by a GET request (RFC 6455 §4.1), and this handler answers none\nhelp: `#[get(\"/path\")]`, or `#[route(GET, \"/path\")]`"
        );
    }
}

/// That a limit of the body limits something.
#[track_caller]
pub const fn body_limit(reads: &[bool]) {
    let mut at = 0;
    while at < reads.len() {
        if reads[at] {
            return;
        }
        at += 1;
    }
    panic!(
        "no argument of the handler reads the body that is limited here\nhelp: remove `body_limit`, or take the body"
    );
}

/// That an argument is the first to read the body.
#[track_caller]
pub const fn one_body_reader(earlier: &[bool], this: bool) {
    let mut at = 0;
    while this && at < earlier.len() {
        if earlier[at] {
            panic!(
                "another argument reads the body already, and it can be read once\nhelp: take one of them, or take `Bytes` and read both from it"
            );
        }
        at += 1;
    }
}

/// That a handler of a method without a body does not read one.
#[track_caller]
pub const fn no_body_reader(reads: bool, method: &str) {
    if !reads {
        return;
    }
    match method.as_bytes() {
        b"GET" => panic!(
            "a GET request has no body to read (RFC 9110 §9.3.1)\nhelp: use POST, PUT, PATCH or QUERY, or name the argument in the path: `{{name}}`, `?{{name}}`"
        ),
        _ => panic!(
            "a HEAD or TRACE request has no body to read (RFC 9110 §9.3)\nhelp: use POST, PUT, PATCH or QUERY, or name the argument in the path: `{{name}}`, `?{{name}}`"
        ),
    }
}

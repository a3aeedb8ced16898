//! `Coverage`: which answers that a document declares were seen, and which were not.

use std::collections::BTreeSet;
use std::fmt::{Display, Write as _};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::operations::{Name, declared};
use super::seen::{FILE, Seen, Sighting};
use crate::openapi::Document;

/// Which answers that a document declares were seen: what [`Conformance::coverage`](super::Conformance::coverage) gives.
#[derive(Debug)]
#[must_use = "a coverage does nothing until it is asked"]
pub struct Coverage<'c> {
    document: &'c Document,
    seen: BTreeSet<Sighting>,
    exceptions: Vec<Exception>,
}

/// What need not be seen, and why.
#[derive(Debug)]
struct Exception {
    /// The id of the operation; all where there is none.
    operation: Option<String>,
    status: String,
    reason: String,
}

impl Exception {
    fn excuses(&self, operation: &Name, status: &str) -> bool {
        self.status == status && self.operation.as_ref().is_none_or(|id| *id == operation.id)
    }
}

impl<'c> Coverage<'c> {
    pub(super) fn new(seen: &Seen, document: &'c Document) -> Self {
        Self { document, seen: seen.all(), exceptions: Vec::new() }
    }

    /// Answers of this status, of any operation, need not be seen: for a reason, such as that no test can provoke them. A
    /// status is as the document has it: 503, or `"3XX"`, or `"default"`.
    pub fn except(self, status: impl Display, reason: impl Into<String>) -> Self {
        self.with(None, status.to_string(), reason.into())
    }

    /// The answer of this status of one operation, by its `operationId`, need not be seen.
    pub fn except_of(
        self,
        operation_id: impl Into<String>,
        status: impl Display,
        reason: impl Into<String>,
    ) -> Self {
        self.with(Some(operation_id.into()), status.to_string(), reason.into())
    }

    fn with(mut self, operation: Option<String>, status: String, reason: String) -> Self {
        self.exceptions.push(Exception { operation, status, reason });
        self
    }

    /// Adds what other programs have seen: with `OPENAPI_SEEN=FILE` in their environment they add it to a file.
    ///
    /// # Panics
    /// Where the file cannot be read: this is for tests.
    #[track_caller]
    pub fn and_seen_in(mut self, file: impl AsRef<Path>) -> Self {
        match Sighting::read_all(file.as_ref()) {
            Ok(seen) => self.seen.extend(seen),
            Err(error) => panic!("{error}"),
        }
        self
    }

    /// What is declared and was not seen until now: `GET /posts/{id} (get_post): 404`, one of each operation.
    #[must_use]
    pub fn unseen(&self) -> Vec<String> {
        let mut unseen = Vec::new();
        for (name, statuses) in declared(self.document.value()) {
            let is_missing = |status: &&String| {
                !self.has_seen(&name, status)
                    && !self.exceptions.iter().any(|exception| exception.excuses(&name, status))
            };
            let missing: Vec<&str> = statuses.iter().filter(is_missing).map(String::as_str).collect();
            if !missing.is_empty() {
                unseen.push(format!("{name}: {}", missing.join(", ")));
            }
        }
        unseen
    }

    fn has_seen(&self, operation: &Name, status: &str) -> bool {
        let answer = Sighting::Answer { operation: operation.to_string(), status: status.to_owned() };
        self.seen.contains(&answer)
    }

    /// Exceptions of nothing, and those of which all was seen.
    fn idle_exceptions(&self) -> impl Iterator<Item = &Exception> {
        let declared = declared(self.document.value());
        self.exceptions.iter().filter(move |exception| {
            let mut excused = declared.iter().flat_map(|(name, statuses)| {
                statuses
                    .iter()
                    .map(move |status| (name, status))
                    .filter(|(name, status)| exception.excuses(name, status))
            });
            excused.all(|(name, status)| self.has_seen(name, status))
        })
    }

    /// Asserts that all tests of this program together see every declared answer but the exceptions, and none that is not
    /// declared.
    ///
    /// No test knows when the others have ended, so this one runs all of them again, in a process of its own, and asks what
    /// that one has seen. It is one test of the program, and in that process it does nothing:
    ///
    /// ```no_run
    /// # use fingerpost::openapi::{Conformance, Info};
    /// # use fingerpost::{App, Error, Service, get, routes};
    /// static CONFORMANCE: Conformance = Conformance::new();
    /// # #[get("/")] fn home() -> &'static str { "home" }
    ///
    /// fn app() -> Result<Service, Error> {
    ///     App::new(routes![home]).openapi(Info::new("Home", "1.0.0")).layer(&CONFORMANCE).into_service()
    /// }
    ///
    /// #[test]
    /// fn every_declared_answer_is_seen() {
    ///     let app = app().unwrap();
    ///     CONFORMANCE
    ///         .coverage(app.openapi().unwrap())
    ///         .except(500, "no handler panics")
    ///         .except(503, "no request waits for a core")
    ///         .assert_complete();
    /// }
    /// ```
    ///
    /// # Panics
    /// Where something is missing, and lists it.
    #[track_caller]
    pub fn assert_complete(mut self) {
        if std::env::var_os(FILE).is_some() {
            return;
        }
        self.seen.extend(self.of_all_tests());
        let report = self.report();
        assert!(report.is_empty(), "{report}");
    }

    fn report(&self) -> String {
        let mut report = String::new();
        for breach in self.seen.iter().filter_map(Sighting::as_breach) {
            let _ = writeln!(report, "{breach}\n");
        }
        let unseen = self.unseen();
        if !unseen.is_empty() {
            report.push_str("declared, and never seen:");
            unseen.iter().for_each(|line| _ = write!(report, "\n  {line}"));
            report.push_str("\nhelp: provoke them in a test, or name them with a reason: `.except_of(\"id\", status, \"…\")`\n");
        }
        for Exception { operation, status, reason } in self.idle_exceptions() {
            let of = operation.as_ref().map(|id| format!(" of `{id}`")).unwrap_or_default();
            let _ = writeln!(report, "the exception {status}{of} (\"{reason}\") excuses nothing: remove it");
        }
        report
    }

    /// What the tests of this program see, all of them, in a process of their own.
    #[track_caller]
    fn of_all_tests(&self) -> BTreeSet<Sighting> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let file = std::env::temp_dir().join(format!("openapi-seen-{}-{number}", std::process::id()));
        _ = std::fs::remove_file(&file);
        let output = std::env::current_exe()
            .and_then(|program| Command::new(program).env(FILE, &file).output())
            .unwrap_or_else(|error| panic!("the tests cannot be run again: {error}"));
        let seen = Sighting::read_all(&file).unwrap_or_default();
        _ = std::fs::remove_file(&file);
        assert!(
            output.status.success(),
            "the tests fail, so what they see is not known:\n{}",
            String::from_utf8_lossy(&output.stdout),
        );
        seen
    }
}

//! The request being answered on this thread, so that a path printed by a handler knows where it is mounted.
//!
//! Marking it costs two writes to a thread-local number a poll; only printing a path looks the app up.

use std::cell::Cell;
use std::sync::{Arc, RwLock, Weak};

use crate::app::Shared;

/// An app, and the index of the route that is being answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope {
    pub(crate) app: u64,
    pub(crate) route: usize,
}

thread_local! {
    static CURRENT: Cell<Option<Scope>> = const { Cell::new(None) };
}

/// In the order of their numbers.
static APPS: RwLock<Vec<(u64, Weak<Shared>)>> = RwLock::new(Vec::new());

impl Scope {
    /// Runs `work` inside this scope.
    #[inline]
    pub(crate) fn enter<R>(self, work: impl FnOnce() -> R) -> R {
        let _outer = Restore(CURRENT.replace(Some(self)));
        work()
    }
}

/// Puts the outer scope back, also where the work panics.
struct Restore(Option<Scope>);

impl Drop for Restore {
    #[inline]
    fn drop(&mut self) {
        CURRENT.set(self.0);
    }
}

/// Makes an app known under its number.
pub(crate) fn register(app: &Arc<Shared>) {
    let mut apps = APPS.write().unwrap_or_else(std::sync::PoisonError::into_inner);
    let at = apps.partition_point(|(id, _)| *id < app.id);
    apps.insert(at, (app.id, Arc::downgrade(app)));
}

/// Forgets the number of an app that is gone.
pub(crate) fn unregister(id: u64) {
    let mut apps = APPS.write().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Ok(at) = apps.binary_search_by_key(&id, |(id, _)| *id) {
        apps.remove(at);
    }
}

/// Looks at the app that is answering on this thread, and the prefix of the route that it is answering.
pub(crate) fn current<R>(look: impl FnOnce(Option<&Shared>, &str) -> R) -> R {
    let Some(scope) = CURRENT.get() else { return look(None, "") };
    let app = {
        let apps = APPS.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        let found = apps.binary_search_by_key(&scope.app, |(id, _)| *id);
        found.ok().and_then(|at| apps[at].1.upgrade())
    };
    let prefix = app.as_ref().map_or("", |app| app.prefix_at(scope.route));
    look(app.as_deref(), prefix)
}

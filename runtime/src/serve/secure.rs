//! `Secure`: what serves connections that are not plain, where an app has it.

use std::sync::Arc;

use super::phase::Phase;
use super::workers::Accepted;
use crate::stop::Stop;
use crate::task::Task;

/// Called through a pointer, so that a program without TLS has none of its code, nor its connections any room for it.
pub(crate) struct Secure(pub(super) Box<dyn Serve>);

pub(super) trait Serve: Send + Sync {
    /// Serves a connection to its end.
    fn serve(&self, stream: Accepted, phase: Arc<Phase>, stop: Arc<Stop>) -> Task;

    /// Says why a connection is not served.
    fn refuse(&self, stream: Accepted, phase: Arc<Phase>) -> Task;
}

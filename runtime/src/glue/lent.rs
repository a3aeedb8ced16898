//! `LentIf`: a handler's future, where nothing has been said against the state that it borrows.

/// The future of a handler that borrows state, if that is `SHARED`. If it is not, which the compiler has said, another that is never
/// run, so that it does not say of this one that it cannot be sent.
pub trait LentIf<const SHARED: bool>: Future + Sized {
    /// That future.
    type Future: Future<Output = Self::Output>;

    /// That future.
    fn lent(self) -> Self::Future;
}

impl<F: Future> LentIf<true> for F {
    type Future = F;

    #[inline]
    fn lent(self) -> F {
        self
    }
}

impl<F: Future> LentIf<false> for F {
    type Future = std::future::Pending<F::Output>;

    fn lent(self) -> Self::Future {
        std::future::pending()
    }
}

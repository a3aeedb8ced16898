//! A table that other modules can name.

use fingerpost::{App, routes};

mod posts {
    #[fingerpost::get("/")]
    pub fn list() {}
}

/// All there is.
#[allow(non_camel_case_types, clippy::exhaustive_structs)]
#[derive(
    ::fingerpost::__private::core::clone::Clone,
    ::fingerpost::__private::core::marker::Copy,
    ::fingerpost::__private::core::fmt::Debug
)]
pub struct table;

#[allow(unused_qualifications, clippy::all, clippy::pedantic)]
const _: () = {
    type __Entry0 = posts::list;
    use ::fingerpost::__private as __fingerpost;
    impl<Any_> __fingerpost::Nodes<Any_> for table {
        const LISTED: __fingerpost::Node = __fingerpost::Node::Table(
            &[("", <__Entry0 as __fingerpost::Table>::NODE)],
        );
    }
    impl __fingerpost::Table for table {
        type Routes = Self;
        const KEYS: __fingerpost::Keys = __fingerpost::Keys::table(
            &[(__fingerpost::Shape(0, 1), <__Entry0 as __fingerpost::Table>::KEYS)],
        );
    }
    impl<State_, Place0_> __fingerpost::RunsWith<State_, (Place0_,)> for table
    where
        __Entry0: __fingerpost::RunsWith<State_, Place0_>,
    {}
    const _: () = if !__fingerpost::suffice(
        <table as __fingerpost::Table>::KEYS,
        false,
        true,
    ) {
        if let __fingerpost::Some(conflict) = __fingerpost::mistake::<table>(true) {
            match conflict.item {
                0u32 => __fingerpost::Conflict::refuse(&conflict),
                _ => {}
            }
        }
    };
};

fn main() {
    posts::list();
    let _ = App::new(table);
}

//! A table that other modules can name.

use fingerpost::{App, routes};

mod posts {
    #[fingerpost::get("/")]
    pub fn list() {}
}

/// All there is.
#[allow(non_camel_case_types)]
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
    impl __fingerpost::Table for table {
        const LEN: usize = 0 + <__Entry0 as __fingerpost::Table>::LEN;
        const ENTRIES: &'static [__fingerpost::Entry] = &__fingerpost::flatten::<
            { <table as __fingerpost::Table>::LEN },
        >(&[("", <__Entry0 as __fingerpost::Table>::ENTRIES)]);
        const DANGLING: __fingerpost::core::option::Option<__fingerpost::Conflict> = __fingerpost::dangling::<
            { __fingerpost::count_slots(ENTRIES) },
        >(ENTRIES);
        fn mount(prefix: &str, mounted: &mut __fingerpost::Vec<__fingerpost::Mounted>) {
            __fingerpost::mount(
                <__Entry0 as __fingerpost::Table>::mount,
                prefix,
                "",
                mounted,
            );
        }
    }
    impl<State_, Place0_> __fingerpost::RunsWith<State_, (Place0_,)> for table
    where
        __Entry0: __fingerpost::RunsWith<State_, Place0_>,
    {}
    const ENTRIES: &[__fingerpost::Entry] = <table as __fingerpost::Table>::ENTRIES;
    const CONFLICT: __fingerpost::core::option::Option<__fingerpost::Conflict> = __fingerpost::conflict::<
        { __fingerpost::count_slots(ENTRIES) },
    >(ENTRIES);
    const _: () = match CONFLICT {
        __fingerpost::core::option::Option::None => {}
        __fingerpost::core::option::Option::Some(conflict) => {
            match conflict.item {
                0u32 => __fingerpost::core::panic!("{}", conflict.message()),
                _ => {}
            }
        }
    };
};

fn main() {
    posts::list();
    let _ = App::new(table);
}

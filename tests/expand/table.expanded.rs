//! A table where it is used.

use fingerpost::{App, routes};

mod posts {
    #[fingerpost::get("/")]
    pub fn list() {}
    fingerpost::routes! {
        pub table = [list]
    }
}

#[fingerpost::put("/database")]
fn database() {}

fn main() {
    posts::list();
    database();
    let _ = App::new({
        type __Entry0 = database;
        type __Entry1 = posts::table;
        {
            struct Table;
            #[allow(unused_qualifications, clippy::all, clippy::pedantic)]
            const _: () = {
                use ::fingerpost::__private as __fingerpost;
                impl<Any_> __fingerpost::Nodes<Any_> for Table {
                    const LISTED: __fingerpost::Node = __fingerpost::Node::Table(
                        &[
                            ("", <__Entry0 as __fingerpost::Table>::NODE),
                            ("/posts", <__Entry1 as __fingerpost::Table>::NODE),
                        ],
                    );
                }
                impl __fingerpost::Table for Table {
                    type Routes = Self;
                    const KEYS: __fingerpost::Keys = __fingerpost::Keys::table(
                        &[
                            (
                                __fingerpost::Shape(0, 1),
                                <__Entry0 as __fingerpost::Table>::KEYS,
                            ),
                            (
                                __fingerpost::Shape(
                                    6671753475417507314,
                                    11400714819323198485,
                                ),
                                <__Entry1 as __fingerpost::Table>::KEYS,
                            ),
                        ],
                    );
                }
                impl<
                    State_,
                    Place0_,
                    Place1_,
                > __fingerpost::RunsWith<State_, (Place0_, Place1_)> for Table
                where
                    __Entry0: __fingerpost::RunsWith<State_, Place0_>,
                    __Entry1: __fingerpost::RunsWith<State_, Place1_>,
                {}
                const _: () = if !__fingerpost::suffice(
                    <Table as __fingerpost::Table>::KEYS,
                    false,
                    false,
                ) {
                    if let __fingerpost::Some(conflict) = __fingerpost::mistake::<
                        Table,
                    >(false) {
                        match conflict.item {
                            0u32 => __fingerpost::Conflict::refuse(&conflict),
                            1u32 => __fingerpost::Conflict::refuse(&conflict),
                            _ => {}
                        }
                    }
                };
            };
            Table
        }
    });
}

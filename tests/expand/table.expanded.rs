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
                impl __fingerpost::Table for Table {
                    const NODE: __fingerpost::Node = __fingerpost::Node::Table(
                        &[
                            (
                                "",
                                __fingerpost::Shape(0, 1),
                                <__Entry0 as __fingerpost::Table>::NODE,
                            ),
                            (
                                "/posts",
                                __fingerpost::Shape(
                                    6671753475417507314,
                                    11400714819323198485,
                                ),
                                <__Entry1 as __fingerpost::Table>::NODE,
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
                const NODE: __fingerpost::Node = <Table as __fingerpost::Table>::NODE;
                const LEN: usize = NODE.count();
                const SLOTS: usize = NODE.count_slots();
                const CONFLICT: __fingerpost::core::option::Option<
                    __fingerpost::Conflict,
                > = __fingerpost::conflict::<LEN, SLOTS>(&NODE);
                const _: () = match match CONFLICT {
                    __fingerpost::core::option::Option::None => {
                        __fingerpost::dangling::<LEN, SLOTS>(&NODE)
                    }
                    found => found,
                } {
                    __fingerpost::core::option::Option::None => {}
                    __fingerpost::core::option::Option::Some(conflict) => {
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

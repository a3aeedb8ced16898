//! The user's types may be called as type parameters are.
// in: usual 2018 2021
#![deny(warnings)]

use fingerpost::{App, Json, Problem, get, post, routes};
use serde::{Deserialize, Serialize};

macro_rules! types {
    ($($name:ident)*) => {$(
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub struct $name(u64);

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

macro_rules! handlers {
    ($($name:ident: $read:ident $create:ident $block:ident $path:literal $blocks:literal;)*) => {$(
        #[get($path)]
        fn $read(id: $name, q: Option<$name>, many: Vec<$name>, state: &$name) -> Result<Json<$name>, Problem> {
            let _ = (q, many, state);
            Ok(Json(id))
        }

        #[post($blocks, status = 201, location = |made| $read(id = made.0))]
        async fn $create(Json(new): Json<$name>, state: &$name) -> Json<$name> {
            let _ = state;
            Json(new)
        }

        #[fingerpost::put($blocks, blocking)]
        fn $block(new: Json<$name>, state: &$name) -> Json<$name> {
            let _ = state;
            new
        }
    )*};
}

types!(A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Error Item Output Rejection Source State Target Type Values);

handlers! {
    A: a1 a2 a3 "/a/{id}?{q}&{many}" "/a";
    C: c1 c2 c3 "/c/{id}?{q}&{many}" "/c";
    E: e1 e2 e3 "/e/{id}?{q}&{many}" "/e";
    F: f1 f2 f3 "/f/{id}?{q}&{many}" "/f";
    O: o1 o2 o3 "/o/{id}?{q}&{many}" "/o";
    R: r1 r2 r3 "/r/{id}?{q}&{many}" "/r";
    S: s1 s2 s3 "/s/{id}?{q}&{many}" "/s";
    T: t1 t2 t3 "/t/{id}?{q}&{many}" "/t";
    V: v1 v2 v3 "/v/{id}?{q}&{many}" "/v";
    Output: output1 output2 output3 "/output/{id}?{q}&{many}" "/output";
    State: state1 state2 state3 "/state/{id}?{q}&{many}" "/state";
    Values: values1 values2 values3 "/values/{id}?{q}&{many}" "/values";
}

fn main() {
    let _ = App::new(routes![
        a1, a2, a3, c1, c2, c3, e1, e2, e3, f1, f2, f3, o1, o2, o3, r1, r2, r3, s1, s2, s3, t1, t2, t3, v1,
        v2, v3, output1, output2, output3, state1, state2, state3, values1, values2, values3,
    ]);
    let _ = a1::path(&A(7), None, &[]);
}

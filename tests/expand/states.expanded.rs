//! State of several types in one struct.

use fingerpost::States;

struct State {
    number: u64,
    text: String,
}

const _: () = {
    use ::fingerpost::__private as __fingerpost;
    impl __fingerpost::HasField<u64, __fingerpost::Here> for State {}
    impl __fingerpost::HasField<String, __fingerpost::Here> for State {}
    impl __fingerpost::StateFields for State {
        type On<__S> = (__fingerpost::FieldsOf<Self>, __S);
    }
    impl __fingerpost::StateSource for State {
        fn find(
            &self,
            id: __fingerpost::TypeId,
        ) -> __fingerpost::core::option::Option<&dyn __fingerpost::Any> {
            if id == __fingerpost::TypeId::of::<u64>() {
                return __fingerpost::core::option::Option::Some(&self.number);
            }
            if id == __fingerpost::TypeId::of::<String>() {
                return __fingerpost::core::option::Option::Some(&self.text);
            }
            __fingerpost::core::option::Option::None
        }
    }
};

fn main() {
    let state = State {
        number: 7,
        text: String::new(),
    };
    let _ = (state.number, &state.text);
}

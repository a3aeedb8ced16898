//! Errors with their statuses.

use fingerpost::Problem;

enum ApiError {
    NoPost { id: u64 },
    Taken(String),
    Other(Problem),
}

const _: () = {
    #[allow(unused_imports)]
    use ::fingerpost::__private::OtherwiseNot as _;
    ::fingerpost::__private::shown(::fingerpost::__private::Asked::<u64>::IS_DISPLAY)
};

#[automatically_derived]
#[allow(deprecated, unused_qualifications)]
impl ::fingerpost::__private::IntoProblem for ApiError {
    const POSSIBLE: &'static [::fingerpost::__private::ProblemInfo] = &[
        ::fingerpost::__private::ProblemInfo::new("NoPost", 404u16)
            .detail("no post {id}"),
        ::fingerpost::__private::ProblemInfo::new("Taken", 409u16)
            .title("Taken")
            .headers(&["Retry-After"]),
        ::fingerpost::__private::ProblemInfo::transparent(
            "Other",
            <Problem as ::fingerpost::__private::ProblemSet>::PROBLEMS,
        ),
    ];
    fn into_problem(self) -> ::fingerpost::__private::Problem {
        #[allow(unused_imports)]
        use ::fingerpost::__private::{
            IsNoSource as _, IsNotShown as _, IsShown as _, IsSource as _,
        };
        match self {
            Self::NoPost { id: field_id, .. } => {
                ::fingerpost::__private::Problem::new(404u16)
                    .detail(
                        ::fingerpost::__private::problem_detail(
                            ::core::format_args!(
                                "no post {id}", id = ::fingerpost::__private::Shown(&
                                field_id).__shown()
                            ),
                        ),
                    )
            }
            Self::Taken { .. } => {
                ::fingerpost::__private::Problem::new(409u16)
                    .title("Taken")
                    .header("Retry-After", &*"5")
            }
            Self::Other { 0: field_0, .. } => {
                <Problem as ::fingerpost::__private::ProblemSet>::problem(field_0)
            }
        }
    }
}

#[automatically_derived]
#[allow(deprecated, unused_qualifications)]
impl ::fingerpost::__private::Responder for ApiError {
    const FACTS: ::fingerpost::__private::Facts = ::fingerpost::__private::Facts::new()
        .own_status(500u16);
    fn respond(self, response: &mut ::fingerpost::__private::Response) {
        ::fingerpost::__private::Responder::respond(
            ::fingerpost::__private::IntoProblem::into_problem(self),
            response,
        );
    }
}

fn main() {
    let _ = (
        ApiError::NoPost { id: 7 },
        ApiError::Taken(String::new()),
        ApiError::Other(Problem::new(409)),
    );
}

//! Calls of handlers of all kinds, with types of all visibilities and names that expansions use.
#![deny(warnings)]

use fingerpost::client::{Answer, Client, ProblemOf};
use fingerpost::{ClientAddr, Json, Method, Problem, Query, get, post};
use serde::{Deserialize, Serialize};

mod inner {
    use fingerpost::{Json, Problem, get};
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    pub(crate) struct Kept {
        pub(crate) id: u64,
    }

    #[derive(Serialize, Deserialize)]
    pub(crate) struct Mistake {
        pub(crate) detail: String,
    }

    #[derive(Problem)]
    pub(crate) enum Failed {
        #[problem(422)]
        Invalid {
            #[problem(member)]
            mistakes: Vec<Mistake>,
        },
        #[problem(409)]
        Taken(#[problem(member = "by")] u64),
        #[problem(transparent)]
        Other(#[from] Problem),
    }

    /// Kept.
    #[get("/kept/{id}")]
    pub(crate) fn kept(id: u64) -> Result<Json<Kept>, Failed> {
        match id {
            0 => Err(Failed::Invalid { mistakes: vec![Mistake { detail: "zero".to_owned() }] }),
            1 => Err(Failed::Taken(1)),
            2 => Err(Problem::new(404).into()),
            _ => Ok(Json(Kept { id })),
        }
    }
}

type FailedProblem = ProblemOf<inner::Failed>;

#[derive(Serialize, Deserialize)]
struct Filter {
    q: String,
}

/// Locals of the expansion have these names too.
#[get("/{draft}/{path}?{status}")]
fn locals(draft: &str, path: String, status: Option<u16>, Query(filter): Query<Filter>) -> String {
    format!("{draft} {path} {status:?} {}", filter.q)
}

#[post("/patterns", status = CREATED)]
fn patterns(Json((mut one, other)): Json<(u8, u8)>, _method: Method, _address: Option<ClientAddr>) -> Json<u8> {
    one += other;
    Json(one)
}

#[get("/opaque")]
fn opaque() -> impl fingerpost::Responder {
    "opaque"
}

/// Only declared: for a client.
#[get("/declared/{id}", status = ACCEPTED)]
fn declared(id: u64, state: &Filter, body: Option<Json<Filter>>) -> Result<Json<u8>, Problem>;

#[get("/borrowed")]
fn borrowed(id: &Filter) -> &'static str {
    let _ = id;
    "static"
}

async fn ask(client: &Client) -> Result<(), fingerpost::BoxError> {
    match client.call(inner::kept::request(7)).await? {
        Answer::Success(kept) => assert_eq!(kept.id, 7),
        Answer::Failure(FailedProblem::Invalid { mistakes }, _) => drop(mistakes),
        Answer::Failure(FailedProblem::Taken(by), problem) => assert!(by == 7 && problem.get_detail().is_some()),
        Answer::Failure(FailedProblem::Other(()), problem) => drop(problem.into_inner()),
        Answer::Other(response) => drop(response.text()),
    }
    let filter = Filter { q: "q".to_owned() };
    match client.call(locals::request("a", "b", Some(3), filter)).await? {
        Answer::Success(text) => drop(text.into_inner()),
        Answer::Other(response) => drop(response.text()),
    }
    let sum = client.call(patterns::request((1, 2))).await?.success()?;
    assert_eq!(*sum, 3);
    drop(client.call(opaque::request()).await?.success()?.into_inner());
    assert_eq!(*client.call(declared::request(7, None)).await?.success()?, 3);
    drop(client.call(borrowed::request()).await?.success()?.into_inner());
    drop(declared::path(7));
    Ok(())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![inner::kept, locals, patterns, opaque, borrowed]);
    drop(ask(&Client::new("http://127.0.0.1:8080")));
}

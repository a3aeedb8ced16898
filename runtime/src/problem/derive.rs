//! `#[derive(Problem)]`: where the macro of that name is documented.

/// Makes an enum, each variant a problem, or a struct of one problem.
///
/// ```
/// use fingerpost::{OrProblem, Problem};
///
/// #[derive(Debug, Problem)]
/// enum ApiError {
///     #[problem(404, "no post {id}")]
///     NoPost { id: u64 },
///     #[problem(409, "`{0}` is taken", title = "Title taken", type = "https://example.org/problems/taken")]
///     Taken(String),
///     #[problem(TOO_MANY_REQUESTS, header("Retry-After" = "{seconds}"))]
///     TooFast { seconds: u32 },
///     #[problem(422, "the post is not valid")]
///     Invalid {
///         #[problem(member)]
///         errors: Vec<String>,
///     },
///     #[problem(500)]
///     Disk(#[from] std::io::Error),
///     #[problem(transparent)]
///     Other(#[from] Problem),
/// }
///
/// fn read(id: u64) -> Result<String, ApiError> {
///     if id == 0 {
///         return Err(ApiError::NoPost { id });
///     }
///     Ok(std::fs::read_to_string(format!("/posts/{id}"))?)
/// }
///
/// fn first_line(id: u64) -> Result<String, Problem> {
///     let post = read(id)?;
///     Ok(post.lines().next().or_404("an empty post")?.to_owned())
/// }
/// assert_eq!(first_line(0).unwrap_err().to_string(), "404 Not Found: no post 0");
/// assert_eq!(first_line(7).unwrap_err().to_string(), "500 Internal Server Error");
/// ```
///
/// A handler returns it as `Result<T, ApiError>`, and `?` makes it a [`Problem`](struct@crate::Problem).
///
/// # `#[problem(…)]` on a variant or a struct
/// The status comes first, the detail may be second, or both have their key; a problem is said in one attribute.
///
/// | part | meaning |
/// | --- | --- |
/// | `404`, `NOT_FOUND`, `path::TO_A_CONST`, `status = …` | the status, 400 to 599; the constant is a `u16` or a `StatusCode` |
/// | `"no post {id}"`, `detail = "…"` | what went wrong this time, with the fields filled in as by `format!`: `{id}`, `{0}`, `{0:?}`, `{id:>8}` |
/// | `display` | the detail is the type's own [`Display`](std::fmt::Display) |
/// | `public` | the detail of a 5xx is sent, not only logged |
/// | `title = "…"` | the kind of problem, in place of the status' reason phrase |
/// | `type = "https://…"` | the URI that names the kind of problem |
/// | `instance = "/posts/{id}"` | the URI that names this occurrence, fields filled in |
/// | `header("Retry-After" = "{seconds}")` | a header, fields filled in; repeatable |
/// | `transparent` | the problem of the one field, a [`Problem`](struct@crate::Problem) or what becomes one |
///
/// `#[problem(crate = path::to::fingerpost)]` on the type says where fingerpost is, for those who use it through another crate.
///
/// # On a field
/// | attribute | meaning |
/// | --- | --- |
/// | `#[problem(member)]`, `#[problem(member = "name")]` | an extension member of the document, serialized by serde |
/// | `#[source]`, or the name `source` | what the problem came from: logged, never sent |
/// | `#[from]` | the same, and a `From` for `?`, where it is the one field |
///
/// # Together with `std::error::Error`
/// The derive writes no `Display` and no `Error`: a problem needs neither. A type that has them, thiserror's for
/// example, keeps its statuses with `?` too. Beside `#[error("…")]`, `#[from]` is thiserror's, and `display` saves
/// writing the text twice:
/// ```
/// use fingerpost::Problem;
///
/// #[derive(Debug, thiserror::Error, Problem)]
/// enum StoreError {
///     #[error("no post {0}")]
///     #[problem(404, display)]
///     NoPost(u64),
///     #[error("the disk failed")]
///     #[problem(500)]
///     Disk(#[from] std::io::Error),
/// }
/// ```
///
/// It implements [`IntoProblem`](crate::IntoProblem), and with it [`ProblemSet`](crate::ProblemSet), and
/// [`Responder`](crate::Responder).
pub use ::fingerpost_macros::Problem;

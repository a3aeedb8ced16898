//! Posts.

use std::sync::RwLock;

use fingerpost::{Bearer, Json, Problem, get, post, problem, route, routes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Post {
    pub id: usize,
    pub title: String,
}

#[derive(Serialize, Deserialize, JsonSchema)]
pub struct NewPost {
    pub title: String,
}

#[derive(Default)]
pub struct Posts(RwLock<Vec<Post>>);

impl Posts {
    fn nth(&self, id: usize) -> Option<Post> {
        self.0.read().unwrap().get(id).cloned()
    }
}

#[derive(Debug, Problem)]
pub enum PostError {
    #[problem(404, "no post {id}")]
    NoPost { id: usize },
    #[problem(409, "`{title}` is taken")]
    Taken { title: String },
}

const MADE: u16 = 201;

routes! { pub table = [get_post, new_post, get_old] }

/// One post.
#[get("/{id}")]
pub fn get_post(id: usize, posts: &Posts) -> Result<Json<Post>, PostError> {
    match posts.nth(id) {
        Some(post) => Ok(Json(post)),
        None => Err(PostError::NoPost { id }),
    }
}

/// A new post.
#[post("/", status = MADE, location = |made| get_post(id = made.id), body_limit = "64 KiB")]
async fn new_post(Json(new): Json<NewPost>, posts: &Posts, _who: Bearer) -> Result<Json<Post>, PostError> {
    let mut posts = posts.0.write().unwrap();
    let made = Post { id: posts.len(), title: new.title };
    posts.push(made.clone());
    Ok(Json(made))
}

#[get("/old/{number}", status = 301, location = get_post(id = number))]
fn get_old(_number: usize) {}

/// The posts with a word in their titles.
#[route(GET | HEAD, "/find?{word}&{limit = 10}")]
pub async fn find(word: &str, limit: usize, posts: &Posts) -> Result<Json<Vec<Post>>, Problem> {
    if limit == 0 {
        return Err(problem!(422, "no posts among {limit}"));
    }
    let posts = posts.0.read().unwrap().clone();
    Ok(Json(posts.into_iter().filter(|post| post.title.contains(word)).take(limit).collect()))
}

#[cfg(test)]
mod tests {
    use fingerpost::client::{Answer, ProblemOf};
    use fingerpost::{App, BoxError, routes};

    use super::{PostError, Posts, get_post};

    #[tokio::test]
    async fn is_called() -> Result<(), BoxError> {
        let app = App::new(routes![get_post]).state(Posts::default()).test();
        match app.call(get_post::request(7)).await? {
            Answer::Success(post) => assert_eq!(post.title, "First"),
            Answer::Failure(ProblemOf::<PostError>::NoPost, _) => {}
            other => panic!("{other:?}"),
        }
        Ok(())
    }
}

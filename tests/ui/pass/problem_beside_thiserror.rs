//! Both derives on one type: thiserror writes `Display`, `Error` and `From`, and `?` keeps the status.

use fingerpost::Problem;

#[derive(Debug, thiserror::Error, Problem)]
enum StoreError {
    #[error("no post {0}")]
    #[problem(404, display)]
    NoPost(u64),
    #[error("the disk failed")]
    #[problem(507)]
    Disk(#[from] std::io::Error),
}

fn store(id: u64) -> Result<(), StoreError> {
    if id == 0 {
        Err(std::io::Error::other("full"))?;
    }
    Err(StoreError::NoPost(id))
}

fn handle(id: u64) -> Result<(), Problem> {
    Ok(store(id)?)
}

fn main() {
    assert_eq!(handle(7).unwrap_err().to_string(), "404 Not Found: no post 7");
    let problem = handle(0).unwrap_err();
    assert_eq!((problem.status().as_u16(), problem.source().unwrap().to_string()), (507, "full".to_owned()));
}

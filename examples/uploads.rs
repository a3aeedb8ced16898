//! Files that a browser sends, kept in a folder, given back, and told of to every page that is open.
//!
//! `cargo run --example uploads`, then open <http://127.0.0.1:8080> in two windows and send a file.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use fingerpost::{
    App, BoxError, Dir, Error, Event, FileRequest, Html, LastEventId, Multipart, NamedFile, OrProblem,
    Problem, Redirect, Service, Sse, Stream, get, post, routes,
};
use futures_util::stream;
use tokio::fs::{self, File};
use tokio::sync::watch;

/// The folder, and the names of what has come into it since the start.
struct Uploads {
    folder: PathBuf,
    files: Dir,
    names: watch::Sender<Vec<String>>,
}

impl Uploads {
    fn open(folder: &Path) -> Result<Self, Error> {
        let (folder, files) = (folder.to_owned(), Dir::new(folder)?);
        Ok(Self { folder, files, names: watch::Sender::new(Vec::new()) })
    }

    /// A new file whose name ends in this one. The number before it keeps those of one name apart, and none is hidden.
    async fn create(&self, name: &str) -> io::Result<(String, File)> {
        for number in 1.. {
            let name = format!("{number}-{name}");
            match File::create_new(self.folder.join(&name)).await {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                created => return Ok((name, created?)),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }
}

#[get("/")]
fn home() -> Html<&'static str> {
    Html(include_str!("uploads.html"))
}

/// Keeps every file of the form. They are written as they come, so that their size is no matter of memory.
#[post("/files", body_limit = "1 GiB")]
async fn upload(form: Multipart, uploads: &Uploads) -> Result<Redirect, Problem> {
    let mut form = form.max_parts(20);
    while let Some(part) = form.next_part().await? {
        let Some(name) = part.file_name() else { continue };
        let (name, mut file) = uploads.create(name).await.or_500()?;
        if let Err(error) = part.write_to(&mut file).await {
            // Half a file is none.
            fs::remove_file(uploads.folder.join(&name)).await.or_500()?;
            return Err(error.into());
        }
        uploads.names.send_modify(|names| names.push(name));
    }
    Ok(Redirect::to(home::path()))
}

/// One file, to keep and not to show: it may be a page that someone has sent to do harm.
#[get("/files/{name}")]
async fn file(name: &str, uploads: &Uploads, request: FileRequest) -> Result<NamedFile, Problem> {
    Ok(uploads.files.open(name, request).await?.download(name))
}

/// The names of the files as they come. A page that has lost its connection goes on where it was.
#[get("/events")]
fn events(seen: Option<LastEventId>, uploads: &Uploads) -> Sse<impl Stream<Item = Event> + use<>> {
    let seen: usize = seen.and_then(|id| id.parse().ok()).unwrap_or(0);
    let start = (seen, uploads.names.subscribe());
    Sse::new(stream::unfold(start, async |(seen, mut names)| {
        let name = names.wait_for(|names| names.len() > seen).await.ok()?[seen].clone();
        Some((Event::data(name).event("file").id(seen + 1), (seen + 1, names)))
    }))
}

fn app(folder: &Path) -> Result<Service, Error> {
    App::new(routes![home, upload, file, events]).state(Uploads::open(folder)?).into_service()
}

fn main() -> Result<(), BoxError> {
    let folder = Path::new("uploads");
    std::fs::create_dir_all(folder)?;
    Ok(app(folder)?.run("127.0.0.1:8080")?)
}

#[cfg(test)]
mod tests {
    use fingerpost::{TestClient, TestResponse};
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::{TcpListener, TcpStream};

    use super::*;

    /// A folder of the test's own, new.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("fingerpost-uploads-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    async fn send(client: &TestClient, files: &[(&str, &str)]) -> TestResponse {
        let request = client.post(upload::path());
        let request =
            files.iter().fold(request, |form, (name, text)| form.file("file", name, text.as_bytes()));
        request.send().await
    }

    #[tokio::test]
    async fn what_is_sent_is_given_back() {
        let client = app(&folder("back")).unwrap().test();
        let sent = send(&client, &[("cat.txt", "meow"), ("../cat.txt", "purr"), (".env", "x")]).await;
        assert_eq!((sent.status().as_u16(), sent.header("location")), (303, Some("/")));
        for (name, text) in [("1-cat.txt", "meow"), ("2-cat.txt", "purr"), ("1-.env", "x")] {
            let response = client.get(file::path(name)).send().await;
            let disposition = format!("attachment; filename=\"{name}\"");
            assert_eq!(response.header("content-disposition"), Some(&*disposition));
            assert_eq!((response.status().as_u16(), response.text()), (200, text.to_owned()));
        }
        assert_eq!(client.get(file::path("3-cat.txt")).send().await.status(), 404);
        assert_eq!(client.get(file::path("../Cargo.toml")).send().await.status(), 400);
    }

    #[tokio::test]
    async fn half_a_file_is_none() {
        let folder = folder("half");
        let client = app(&folder).unwrap().test();
        let body = "--x\r\ncontent-disposition: form-data; name=file; filename=a\r\n\r\nhalf";
        let request = client.post("/files").header("content-type", "multipart/form-data; boundary=x");
        assert_eq!(request.body(body).send().await.status(), 400);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn a_page_is_told_of_what_came_before_it_and_after() {
        let service = app(&folder("told")).unwrap();
        let client = service.test();
        send(&client, &[("before", ""), ("seen", "")]).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut page = BufReader::new(TcpStream::connect(listener.local_addr().unwrap()).await.unwrap());
        tokio::spawn(service.serve(listener));
        page.write_all(b"GET /events HTTP/1.1\r\nhost: localhost\r\nlast-event-id: 1\r\n\r\n").await.unwrap();
        let mut lines = page.lines();
        for (id, name) in [("2", "1-seen"), ("3", "1-after")] {
            if name == "1-after" {
                send(&client, &[("after", "")]).await;
            }
            while lines.next_line().await.unwrap().unwrap() != format!("id: {id}") {}
            assert_eq!(lines.next_line().await.unwrap().unwrap(), format!("data: {name}"));
        }
    }
}

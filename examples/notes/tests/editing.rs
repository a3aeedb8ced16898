//! Notes are made, changed and deleted.

use fingerpost::client::Answer;

use super::server::{ChangeProblem, CreateProblem, File, Server, tag, titled};
use crate::note::NoteEdit;

#[tokio::test]
async fn a_note_is_created_and_read_where_location_says() {
    let file = File::new("create");
    let server = Server::start(&file).await;
    let created = server.create("Milk", "two bottles").await.success().unwrap();
    assert_eq!((created.status().as_u16(), created.location()), (201, Some("/api/notes/1")));
    let read = server.read(1).await.success().unwrap();
    assert_eq!((&*read.title, &*read.body), ("Milk", "two bottles"));
    assert_eq!(
        (read.created_at.len(), &read.created_at),
        ("2026-01-31T12:00:00Z".len(), &created.created_at)
    );
    assert_eq!(server.get(created.location().unwrap()).await.status, 200);
}

#[tokio::test]
async fn a_title_is_given_once() {
    let file = File::new("conflict");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    server.create("Bread", "").await.success().unwrap();
    let created = server.create("Milk", "").await;
    let Answer::Failure(CreateProblem::TitleTaken, problem) = created else { panic!("{created:?}") };
    assert_eq!(
        (problem.get_title(), problem.get_detail()),
        ("Title taken", Some("another note is called `Milk`"))
    );
    assert_eq!((problem.status().as_u16(), problem.location()), (409, None));
    let renamed = server.change(2, titled("Milk")).await;
    assert!(matches!(renamed, Answer::Failure(ChangeProblem::TitleTaken, _)), "{renamed:?}");
    assert_eq!(server.titles().await, ["Milk", "Bread"]);
    assert_eq!(server.change(1, titled("Milk")).await.status(), 200);
}

#[tokio::test]
async fn of_two_who_ask_for_a_title_at_once_one_gets_it() {
    let file = File::new("race");
    let server = Server::start(&file).await;
    let (one, other, third) =
        tokio::join!(server.create("Milk", ""), server.create("Milk", ""), server.create("Milk", ""));
    let mut statuses = [one.status().as_u16(), other.status().as_u16(), third.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409]);
    assert_eq!(server.titles().await, ["Milk"]);
}

#[tokio::test]
async fn a_change_leaves_what_it_does_not_name() {
    let file = File::new("change");
    let server = Server::start(&file).await;
    server.create("Milk", "two bottles").await.success().unwrap();
    let three = NoteEdit { body: Some("three".to_owned()), ..NoteEdit::default() };
    assert_eq!(server.change(1, three).await.success().unwrap().title, "Milk");
    assert_eq!(server.read(1).await.success().unwrap().body, "three");
}

#[tokio::test]
async fn nobody_changes_what_another_has_changed_unseen() {
    let file = File::new("stale");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    let seen = tag(&server.read(1).await.success().unwrap());
    let changed = server.change_seen(1, seen.clone(), titled("Bread")).await.success().unwrap();
    assert_eq!((changed.version, changed.header("etag")), (2, Some("\"2\"")));
    let late = server.change_seen(1, seen, titled("Butter")).await;
    assert!(matches!(late, Answer::Failure(ChangeProblem::Stale(_), _)), "{late:?}");
    assert_eq!(late.status(), 412);
    assert_eq!(server.titles().await, ["Bread"]);
    assert_eq!(server.change_seen(1, tag(&changed), titled("Butter")).await.status(), 200);
}

#[tokio::test]
async fn a_deleted_note_is_gone_and_its_id_with_it() {
    let file = File::new("delete");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    let deleted = server.remove(1).await.success().unwrap();
    assert_eq!((deleted.status().as_u16(), deleted.header("content-type")), (204, None));
    let gone = [
        server.read(1).await.problem(),
        server.remove(1).await.problem(),
        server.change(1, NoteEdit::default()).await.problem(),
    ];
    for problem in gone {
        assert_eq!(problem.unwrap().to_string(), "404 Not Found: no note 1");
    }
    assert_eq!(server.create("Milk", "").await.success().unwrap().location(), Some("/api/notes/2"));
}

#[tokio::test]
async fn notes_are_there_after_a_restart() {
    let file = File::new("restart");
    let server = Server::start(&file).await;
    server.create("Milk", "").await.success().unwrap();
    server.stop().await;
    let server = Server::start(&file).await;
    assert_eq!(server.titles().await, ["Milk"]);
    assert_eq!(server.create("Milk", "").await.status(), 409);
}

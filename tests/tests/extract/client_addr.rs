//! The other end of the connection.

use super::*;

#[get("/ip")]
fn ip(ClientAddr(address): ClientAddr) -> String {
    address.ip().to_string()
}

#[get("/maybe")]
fn maybe(address: Option<ClientAddr>) -> String {
    address.is_some().to_string()
}

#[tokio::test]
async fn is_500_or_none_without_a_connection() {
    let client = App::new(routes![ip, maybe]).test();
    assert_eq!(detail(&client.get("/ip").send().await, 500), "");
    assert_eq!(client.get("/maybe").send().await.text(), "false");
    let request = client.get("/ip").from_addr(SocketAddr::from(([192, 0, 2, 7], 4000)));
    assert_eq!(request.send().await.text(), "192.0.2.7");
}

#[tokio::test]
async fn is_the_connection_s_whatever_headers_say() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(App::new(routes![ip]).serve_until(listener, std::future::pending()));
    let request = "GET /ip HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx-forwarded-for: 192.0.2.7\r\n\r\n";
    let response = exchange(address, request).await;
    assert!(response.ends_with("\r\n\r\n127.0.0.1"), "{response}");
}

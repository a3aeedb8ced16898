//! A client gives an argument that is no argument of the handler's: state is the server's.

use fingerpost::get;

#[get("/posts/{id}")]
fn get_post(id: u64, titles: &Vec<String>) -> String {
    titles[0].repeat(id as usize)
}

fn main() {
    let _ = get_post::request(7, vec!["Intro".to_owned()]);
    //~     ^^^^^^^^^^^^^^^^^
}

//! What the words of an attribute mean to an editor, which shows them where they stand. Nothing else names them.

/// The keys of an attribute.
#[allow(non_upper_case_globals)]
pub mod keys {
    macro_rules! keys {
        ($($key:ident: $example:literal, $($doc:literal)*;)*) => {$(
            $(#[doc = $doc])*
            pub const $key: &str = $example;
        )*};
    }

    keys! {
        status: "status = 201", "The status of the success: a number, its name in RFC 9110, or a constant (`u16` or `StatusCode`).";
        content_type: "content_type = \"text/csv\"", "The media type of the success, instead of the one that the type of the result has.";
        header: "header(\"Cache-Control\" = \"no-store\")", "A header of the success; may stand more than once.";
        location: "location = |post| get_post(id = post.id)",
            "`Location`, from another handler's path; the closure borrows the success, captures are in scope by their names.";
        etag: "etag = |note| note.version", "`ETag`, of the bytes that are sent or made from the success, and 304 for who has it.";
        last_modified: "last_modified = |note| note.changed", "`Last-Modified`, made from the success, and 304 for who has it.";
        body_limit: "body_limit = \"64 KiB\"", "The most bytes of the request's body: `B`, `KiB`, `MiB`, `GiB`, `kB`, `MB`, `GB`.";
        timeout: "timeout = \"5 s\"", "The time for arguments and handler together: `ms`, `s`, `min`, `h`.";
        blocking: "blocking", "The function blocks: it runs on tokio's pool for such work.";
        detached: "detached", "The handler goes on when its client leaves; else it is dropped.";
        tag: "tag = \"posts\"", "A tag in the API document; may stand more than once.";
        operation_id: "operation_id = \"getPost\"", "The operation's id in the API document, in place of the function's name.";
        hidden: "hidden", "Leaves the route out of the API document.";
        public: "public", "Asks nobody for credentials, which `routes![auth = required, …]` demands of all others.";
        deprecated: "deprecated = \"2026-01-31\"", "Since when it is deprecated: a header of every answer (RFC 9745).";
        sunset: "sunset = \"2027-01-31\"", "When it may end: a header of every answer (RFC 8594).";
        successor: "successor = list_v2()", "The link to what comes after it, on every answer (RFC 5829).";
        deprecation_link: "deprecation_link = \"https://example.com/v1\"", "A link to a page about the deprecation, on every answer.";
        sunset_link: "sunset_link = \"https://example.com/sunsets\"", "A link to a page about the end, on every answer.";
    }
}

/// The methods that have names.
pub mod methods {
    macro_rules! methods {
        ($($method:ident: $doc:literal;)*) => {$(
            #[doc = $doc]
            pub const $method: &str = stringify!($method);
        )*};
    }

    methods! {
        GET: "Reads; a route for it answers `HEAD` too.";
        HEAD: "As `GET`, without the body.";
        POST: "Does what the resource does with the body.";
        PUT: "Creates or replaces what is at the path.";
        DELETE: "Deletes what is at the path.";
        CONNECT: "Opens a tunnel.";
        OPTIONS: "Asks what can be asked; answered for every path where no route is for it.";
        TRACE: "Answers with the request.";
        PATCH: "Changes what is at the path (RFC 5789).";
        QUERY: "Reads, with a body that says what.";
    }
}

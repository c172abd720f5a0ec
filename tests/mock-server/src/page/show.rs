//! `GET /mock`: personas, documents, failures, clock, sentinels, log.

use std::collections::HashSet;
use std::fmt::Write as _;

use axum::extract::State;
use axum::response::Html;
use chrono::SecondsFormat;
use contract::DocumentId;
use contract::document::Document;
use domain::coded::{Code as _, Coded};
use domain::document::EventKind;

use crate::handlers::mock::{clock, meta};
use crate::page::{escape, layout, options, presets};
use crate::refusal::Refusal;
use crate::state::Shared;
use crate::store::document;
use crate::store::notification::carrier;
use crate::{operation, sentinel};

/// How many documents of a persona the page lists.
const LISTED: usize = 12;
/// How many requests the page lists.
const REQUESTS: usize = 30;

/// Shows the page.
///
/// # Errors
/// Those of the database.
pub async fn handle(State(app): State<Shared>) -> Result<Html<String>, Refusal> {
    let personas = meta::personas(&app)?;
    let body = format!(
        "<header><h1>Mock server</h1>\n<p>For demonstrations and tests: everything here is made up, and nothing of \
         it is part of a real server.</p>\n<p><a href=\"/\">To the portal</a></p></header>\n\
         <nav aria-label=\"Sections\"><ul class=\"languages\"><li><a href=\"#personas\">Personas</a></li>\
         <li><a href=\"#documents\">Documents</a></li><li><a href=\"#failures\">Failures</a></li>\
         <li><a href=\"#clock\">Clock</a></li><li><a href=\"#sentinels\">Sentinels</a></li>\
         <li><a href=\"#contacts\">Contacts</a></li><li><a href=\"#requests\">Requests</a></li></ul></nav>\n\
         <main>\n{}{}{}{}{}{}{}</main>",
        persona_cards(&personas),
        documents(&app, &personas)?,
        failures(&app),
        clock_form(&app),
        sentinels(),
        contacts(),
        requests(&app),
    );
    Ok(Html(layout("en", "Mock server", &body)))
}

/// A section with its heading.
fn section(id: &str, heading: &str, body: &str) -> String {
    format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{heading}</h2>\n{body}\n</section>\n"
    )
}

fn persona_cards(personas: &[meta::Persona]) -> String {
    let mut cards = String::new();
    for persona in personas {
        let key = &persona.key;
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(
            cards,
            "<li><button name=\"persona\" value=\"{key}\" aria-describedby=\"for-{key}\">Sign in as {}</button>\
             <p id=\"for-{key}\">{} ({} documents, key <code>{key}</code>)</p></li>",
            escape(&persona.name),
            escape(&persona.purpose.en),
            persona.document_count,
        );
    }
    let form = format!(
        "<form method=\"post\" action=\"/mock/identity\"><input type=\"hidden\" name=\"return_to\" value=\"/\">\
         <ul class=\"cards\">\n{cards}</ul></form>\n\
         <p><a href=\"/mock/identity\">The sign-in page, where it can be cancelled and can fail</a></p>\n\
         <form method=\"post\" action=\"/mock/forms/reset\"><button>Reset everything</button></form>"
    );
    section("personas", "Personas", &form)
}

fn documents(app: &Shared, personas: &[meta::Persona]) -> Result<String, Refusal> {
    let codes: Vec<&str> =
        EventKind::ALL.iter().map(|kind| kind.code()).chain(["protocol.unheard_of"]).collect();
    let kinds = options(codes.iter().map(|code| (*code, *code)));
    let mut body = String::from("<p>An event appended here shows in the open portal at once.</p>\n");
    // Documents that several see stand once, with the first of them.
    let mut shown = HashSet::new();
    for persona in personas.iter().filter(|persona| persona.document_count > 0) {
        let mut rows = String::new();
        for id in persona.documents.iter().take(LISTED).filter(|id| shown.insert(id.as_str())) {
            if let Some(document) = app.store.with(|db| document::any(db, id))? {
                rows.push_str(&document_row(id, &document, &kinds));
            }
        }
        if rows.is_empty() {
            continue;
        }
        let _ = writeln!(
            body,
            "<details><summary>{} ({} of {})</summary>\n<ul class=\"rows\">\n{rows}</ul></details>",
            escape(&persona.name),
            persona.documents.len().min(LISTED),
            persona.document_count,
        );
    }
    Ok(section("documents", "Documents", &body))
}

fn document_row(id: &DocumentId, document: &Document, kinds: &str) -> String {
    format!(
        "<li><p><a href=\"/documents/{id}\">{}</a> {} <strong>{}</strong> <code>{id}</code></p>\
         <form method=\"post\" action=\"/mock/forms/event\"><input type=\"hidden\" name=\"document\" value=\"{id}\">\
         <label for=\"k-{id}\">Event</label> <select id=\"k-{id}\" name=\"kind\">{kinds}</select> \
         <button aria-describedby=\"k-{id}\">Append to {id}</button></form></li>\n",
        escape(&document.entry.number),
        escape(&document.entry.subject),
        escape(Coded::code(&document.entry.status)),
    )
}

fn failures(app: &Shared) -> String {
    let mut rows = String::new();
    for failure in app.failures.list() {
        let left = failure.left.map_or_else(|| "until ended".to_owned(), |left| format!("{left} times more"));
        let code = failure.rule.code.map_or("", |code| code.code());
        let _ = writeln!(
            rows,
            "<li><form method=\"post\" action=\"/mock/forms/failure-end\"><input type=\"hidden\" name=\"id\" \
             value=\"{id}\"><code>{}</code> {:?} {code}, {left}, holds {} now \
             <button>End failure {id}</button></form></li>",
            escape(&failure.rule.route),
            failure.rule.kind,
            failure.waiting,
            id = failure.id,
        );
    }
    let none = if rows.is_empty() { "<p>None is on.</p>" } else { "" };
    let names = operation::ALL.iter().map(|operation| (operation.name, operation.name));
    let routes = options(std::iter::once(("*", "* (every operation)")).chain(names));
    let kinds = options(presets::ALL.iter().map(|preset| (preset.key, preset.label)));
    let body = format!(
        "{none}<ul class=\"rows\">\n{rows}</ul>\n<form method=\"post\" action=\"/mock/forms/failure\">\
         <p><label for=\"f-route\">Operation</label> <select id=\"f-route\" name=\"route\">{routes}</select></p>\
         <p><label for=\"f-kind\">Failure</label> <select id=\"f-kind\" name=\"preset\">{kinds}</select></p>\
         <p><label for=\"f-count\">How often (empty: until ended)</label> \
         <input id=\"f-count\" name=\"count\" inputmode=\"numeric\" size=\"4\"></p>\
         <button>Switch the failure on</button></form>"
    );
    section("failures", "Failures", &body)
}

fn clock_form(app: &Shared) -> String {
    let shown = clock::shown(app);
    let now = shown.now.to_rfc3339_opts(SecondsFormat::Secs, true);
    let body = format!(
        "<p>It is <time datetime=\"{now}\">{now}</time>, and the clock {}.</p>\n\
         <form method=\"post\" action=\"/mock/forms/clock\">\
         <p><label for=\"c-now\">Date and time (RFC 3339)</label> \
         <input id=\"c-now\" name=\"now\" size=\"24\" value=\"{now}\"> \
         <button name=\"action\" value=\"put\">Put it there</button></p>\
         <p><button name=\"action\" value=\"minute\">1 minute on</button> \
         <button name=\"action\" value=\"idle\">18 minutes on: sessions warn</button> \
         <button name=\"action\" value=\"day\">1 day on: sessions are over</button> \
         <button name=\"action\" value=\"run\">Let it run with real time</button></p></form>",
        if shown.standing { "stands" } else { "runs" },
    );
    section("clock", "Clock", &body)
}

fn sentinels() -> String {
    let mut rows = String::new();
    for sentinel in sentinel::ALL {
        let id = sentinel.id;
        let _ =
            writeln!(rows, "<li><a href=\"/documents/{id}\"><code>{id}</code></a>: {}</li>", sentinel.effect);
    }
    let body =
        format!("<p>Document ids that cause things, for everybody who is signed in.</p>\n<ul>\n{rows}</ul>");
    section("sentinels", "Sentinels", &body)
}

fn contacts() -> String {
    let mut rows = String::new();
    for magic in carrier::ALL {
        let _ = writeln!(rows, "<li><code>{}</code>: {}</li>", magic.mark, magic.effect);
    }
    let body = format!(
        "<p>Ends of numbers and beginnings of addresses at which messages fare otherwise. What would have been sent is in \
         <a href=\"/mock/outbox\">the outbox</a>.</p>\n<ul>\n{rows}</ul>"
    );
    section("contacts", "Contacts", &body)
}

fn requests(app: &Shared) -> String {
    let mut rows = String::new();
    for entry in app.log.entries().iter().rev().take(REQUESTS) {
        let status = entry.status.map_or_else(|| "dropped".to_owned(), |status| status.to_string());
        let _ = writeln!(
            rows,
            "<tr><td>{}</td><td><code>{}</code></td><td>{}</td><td>{status}</td></tr>",
            escape(&entry.method),
            escape(&entry.path),
            entry.operation.unwrap_or(""),
        );
    }
    let body = format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"requests-h\"><table>\
         <thead><tr><th scope=\"col\">Method</th><th scope=\"col\">Path</th><th scope=\"col\">Operation</th>\
         <th scope=\"col\">Status</th></tr></thead>\n<tbody>\n{rows}</tbody></table></div>"
    );
    section("requests", "Requests, newest first", &body)
}

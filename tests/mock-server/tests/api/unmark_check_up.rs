//! `unmark_check_up`.

use axum::http::Method;
use contract::{CheckUpMarkId, PersonId, path};
use domain::check_up::{Due, Plan};

use crate::client::{Answer, Client, Server};
use crate::mark_check_up::mark;
use crate::person_prevention::{known, planned, told};

async fn unmark(client: &Client<'_>, person: &str, tag: &str, id: &CheckUpMarkId) -> Answer {
    let path = path::check_up_mark(&PersonId(person.to_owned()), id);
    client.write(Method::DELETE, &path, &[("if-match", tag)], None).await
}

#[tokio::test]
async fn what_was_marked_by_mistake_is_taken_back_and_due_again() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let (before, tag) = known(&patient, "p-patient").await;
    let (marked, tag) = told(&mark(&patient, "p-patient", &tag, "2026-11-20").await);
    let answer = unmark(&patient, "p-patient", &tag, &marked.marks[0].id).await;
    assert_eq!(answer.status, 200);
    assert_eq!(told(&answer).0, before);
    let Plan::Known(planned) = planned(&before) else { panic!() };
    assert_eq!(planned.due, Some(Due::Year(2026)));
}

#[tokio::test]
async fn a_mark_of_another_person_and_one_that_is_gone_are_refused_alike() {
    let server = Server::start();
    let parent = server.sign_in("parent").await;
    let tag = known(&parent, "p-parent-mila").await.1;
    let (marked, tag) = told(&mark(&parent, "p-parent-mila", &tag, "2026-10-05").await);
    let id = &marked.marks[0].id;
    let other = known(&parent, "p-parent-teo").await.1;
    unmark(&parent, "p-parent-teo", &other, id).await.refused(403, "not_allowed");
    let formless = CheckUpMarkId("%D1%8F".to_owned());
    unmark(&parent, "p-parent-mila", &tag, &formless).await.refused(403, "not_allowed");
    let (_, tag) = told(&unmark(&parent, "p-parent-mila", &tag, id).await);
    unmark(&parent, "p-parent-mila", &tag, id).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn with_an_old_tag_the_mark_stays() {
    let server = Server::start();
    let patient = server.sign_in("patient").await;
    let old = known(&patient, "p-patient").await.1;
    let (marked, _) = told(&mark(&patient, "p-patient", &old, "2026-11-20").await);
    unmark(&patient, "p-patient", &old, &marked.marks[0].id).await.refused(412, "changed");
    assert_eq!(known(&patient, "p-patient").await.0.marks, marked.marks);
}

#[tokio::test]
async fn the_mother_takes_back_what_her_son_marked() {
    let server = Server::start();
    let carer = server.sign_in("carer").await;
    let tag = known(&carer, "p-carer-stefka").await.1;
    let (marked, tag) = told(&mark(&carer, "p-carer-stefka", &tag, "2026-11-02").await);
    let mother = server.sign_in("mother").await;
    let answer = unmark(&mother, "p-carer-stefka", &tag, &marked.marks[0].id).await;
    assert_eq!(told(&answer).0.marks, []);
}

//! `list_sign_ins`.

use contract::account::SignIns;
use contract::path;

use crate::client::Server;
use crate::sign_in::choose;

#[tokio::test]
async fn failed_attempts_are_in_the_history_of_the_one_they_were_for() {
    let server = Server::start();
    choose(&server, "outcome=failed&persona=patient").await;
    server.advance(60).await;
    let patient = server.sign_in("patient").await;
    let history: SignIns = patient.get(path::SIGN_INS).await.read();
    let outcomes: Vec<bool> = history.sign_ins.iter().map(|attempt| attempt.succeeded).collect();
    assert_eq!(outcomes, [true, false]);
    let history: SignIns = server.sign_in("carer").await.get(path::SIGN_INS).await.read();
    assert_eq!(history.sign_ins.len(), 1);
}

#[tokio::test]
async fn at_most_fifty_are_shown() {
    let server = Server::start();
    for _ in 0..52 {
        choose(&server, "outcome=failed&persona=patient").await;
    }
    let patient = server.sign_in("patient").await;
    let history: SignIns = patient.get(path::SIGN_INS).await.read();
    assert_eq!(history.sign_ins.len(), 50);
    assert!(history.sign_ins[0].succeeded);
}

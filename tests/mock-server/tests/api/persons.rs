//! `list_persons`.

use contract::path;
use contract::person::Persons;
use domain::moment::Zone;

use crate::client::Server;

#[tokio::test]
async fn the_account_holder_comes_first() {
    let server = Server::start();
    let persons: Persons = server.sign_in("carer").await.get(path::PERSONS).await.read();
    let ids: Vec<&str> = persons.persons.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["p-carer", "p-carer-ani", "p-carer-boris", "p-carer-stefka"]);
}

#[tokio::test]
async fn days_are_counted_in_the_zone_of_each() {
    let server = Server::start();
    for (persona, zone) in [("patient", Zone::Sofia), ("kazakhstan", Zone::Almaty), ("altai", Zone::Barnaul)]
    {
        let persons: Persons = server.sign_in(persona).await.get(path::PERSONS).await.read();
        assert_eq!(persons.persons[0].zone, zone, "{persona}");
    }
}

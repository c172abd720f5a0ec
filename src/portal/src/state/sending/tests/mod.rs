//! The queue against a server that is played here, with everything that can go wrong on the way.

mod server;

use contract::problem::ProblemCode;
use contract::{DocumentId, FileId};
use domain::attachment::{Failure, FileType, Refusal, Sha256, State};

use super::queue::{Queue, Rest};
use super::work::{Verdict, Work, verdict};
use crate::api::ApiError;
use server::{Luck, Server};

const PART: u32 = 100_000;

fn document() -> DocumentId {
    DocumentId("d-1".to_owned())
}

fn problem(code: ProblemCode) -> ApiError {
    ApiError::Server { code, request_id: "r".to_owned(), wait: None }
}

fn found(seed: u8) -> (String, FileType, Sha256) {
    (format!("{seed}.jpg"), FileType::Jpeg, Sha256([seed; 32]))
}

/// A queue with files of these sizes, all of them to be sent.
fn queue(sizes: &[u64]) -> Queue {
    let mut queue = Queue::default();
    for (seed, size) in (0..).zip(sizes) {
        let key = queue.choose(&document(), "a.jpg", *size, PART);
        queue.looked_at(key, Ok(found(seed)));
    }
    queue.send(&document());
    queue
}

/// Runs the queue until it has nothing to do: each request meets the next piece of luck, and good luck in the end.
fn run(queue: &mut Queue, server: &mut Server, lucks: &[Luck]) -> Vec<Work> {
    let mut lucks = lucks.iter().copied().chain(std::iter::repeat(Luck::Fine));
    let mut done = Vec::new();
    for _ in 0..500 {
        let Some(work) = queue.next() else {
            if queue.rest().is_some() {
                queue.wake();
                continue;
            }
            return done;
        };
        assert_eq!(queue.next(), None, "one request at a time");
        let answer = server.meet(&work, lucks.next().unwrap_or(Luck::Fine));
        queue.told(&work, answer);
        done.push(work);
    }
    panic!("it never ends: {:?}", queue.of(&document()));
}

fn states(queue: &Queue) -> Vec<State> {
    queue.of(&document()).into_iter().map(|item| item.state).collect()
}

#[track_caller]
fn all_received(queue: &Queue, server: &Server) {
    for item in queue.of(&document()) {
        assert!(matches!(item.state, State::Received(_)), "{:?}", item.state);
    }
    assert_eq!(queue.of(&document()).len(), server.receipts.len());
    assert!(!queue.unsent());
}

#[test]
fn files_go_one_after_another_in_parts() {
    let (mut queue, mut server) = (queue(&[250_000, 1]), Server::default());
    let work = run(&mut queue, &mut server, &[]);
    let parts: Vec<(u32, u64, u64)> = work
        .iter()
        .filter_map(|work| match work {
            Work::Part { key, from, to, .. } => Some((*key, *from, *to)),
            _ => None,
        })
        .collect();
    assert_eq!(parts, [(1, 0, 100_000), (1, 100_000, 200_000), (1, 200_000, 250_000), (2, 0, 1)]);
    all_received(&queue, &server);
    queue.settle(&document());
    assert!(queue.is_empty());
}

#[test]
fn whatever_befalls_the_first_requests_every_file_is_received_once() {
    use Luck::{Busy, Fine, Forgets, Half, LostAfter, LostBefore};
    let kinds = [Fine, LostBefore, LostAfter, Half, Busy, Forgets];
    // Every sequence of five: 7776 courses.
    for course in 0..6_usize.pow(5) {
        let lucks: Vec<Luck> = (0..5).map(|place| kinds[course / 6_usize.pow(place) % 6]).collect();
        let (mut queue, mut server) = (queue(&[250_000, 30]), Server::default());
        run(&mut queue, &mut server, &lucks);
        // A server that is busy too often waits for somebody to say "again".
        for item in queue.of(&document()) {
            if let State::Failed { why, .. } = item.state {
                assert!(matches!(why, Failure::Busy | Failure::Over), "{lucks:?}: {why:?}");
                queue.again(item.key);
            }
        }
        run(&mut queue, &mut server, &[]);
        all_received(&queue, &server);
    }
}

#[test]
fn without_a_connection_it_waits_for_ever_and_says_how_much_is_there() {
    let (mut queue, mut server) = (queue(&[250_000]), Server::default());
    for luck in [Luck::Fine, Luck::Fine, Luck::Half] {
        let work = queue.next().unwrap();
        queue.told(&work, server.meet(&work, luck));
    }
    for _ in 0..50 {
        assert_eq!(queue.rest(), Some(Rest::Offline));
        assert_eq!(queue.next(), None);
        assert_eq!(states(&queue), [State::Queued { sent: 100_000, held: Some(Failure::Offline) }]);
        assert!(queue.unsent());
        queue.wake();
        let work = queue.next().unwrap();
        assert!(matches!(work, Work::Ask { .. }), "after a break it asks first");
        queue.told(&work, Err(ApiError::Offline));
    }
    queue.wake();
    let work = queue.next().unwrap();
    queue.told(&work, server.meet(&work, Luck::Fine));
    assert_eq!(states(&queue), [State::Sending { sent: 150_000 }], "half of the part had arrived");
    run(&mut queue, &mut server, &[]);
    all_received(&queue, &server);
}

#[test]
fn a_busy_server_is_tried_a_few_times_and_the_others_get_their_turn() {
    let (mut queue, mut server) = (queue(&[10, 20]), Server::default());
    run(&mut queue, &mut server, &[Luck::Busy; 5]);
    let states = states(&queue);
    assert_eq!(states[0], State::Failed { why: Failure::Busy, sent: 0 });
    assert!(matches!(states[1], State::Received(_)));
    queue.again(1);
    run(&mut queue, &mut server, &[]);
    all_received(&queue, &server);
}

#[test]
fn refusals_of_the_server_stop_a_file_and_say_why() {
    let part = Work::Part { key: 1, id: FileId("f".to_owned()), from: 0, to: 1 };
    for (error, why) in [
        (ApiError::SignedOut, Failure::SignedOut),
        (ApiError::NotAllowed, Failure::NotAllowed),
        (ApiError::unnamed_fields(), Failure::Announced),
        (ApiError::NotFound, Failure::Unclear),
        (problem(ProblemCode::FilesClosed), Failure::Closed),
        (problem(ProblemCode::FileType), Failure::Type),
        (problem(ProblemCode::CsrfFailed), Failure::Unclear),
        (problem(ProblemCode::IdempotencyKeyReused), Failure::Unclear),
    ] {
        assert_eq!(verdict(&part, &error), Verdict::Stop(why), "{error:?}");
        let mut queue = queue(&[10]);
        let work = queue.next().unwrap();
        queue.told(&work, Err(error));
        assert_eq!(states(&queue), [State::Failed { why, sent: 0 }]);
        assert_eq!((queue.next(), queue.rest()), (None, None));
        assert!(queue.unsent(), "sign-out asks");
    }
    for code in ProblemCode::ALL.iter().copied().filter(|code| code.status() >= 500) {
        assert_eq!(verdict(&part, &problem(code)), Verdict::TryAgain(Failure::Busy), "{code:?}");
    }
}

#[test]
fn where_large_parts_do_not_pass_smaller_ones_are_sent() {
    let (mut queue, mut server) = (queue(&[250_000]), Server::default());
    let mut largest = 0;
    for _ in 0..200 {
        let Some(work) = queue.next() else {
            if queue.rest().is_none() {
                break;
            }
            queue.wake();
            continue;
        };
        // A proxy in between takes 20 kB.
        let answer = match &work {
            Work::Part { from, to, .. } if to - from > 20_000 => Err(problem(ProblemCode::TooLarge)),
            Work::Part { from, to, .. } => {
                largest = largest.max(to - from);
                server.answer(&work)
            }
            _ => server.answer(&work),
        };
        queue.told(&work, answer);
    }
    assert_eq!(largest, 16_384);
    all_received(&queue, &server);
    let mut queue = self::queue(&[250_000]);
    let mut server = Server::default();
    for _ in 0..50 {
        let Some(work) = queue.next() else { break };
        let part = matches!(work, Work::Part { .. });
        let answer = if part { Err(problem(ProblemCode::TooLarge)) } else { server.answer(&work) };
        queue.told(&work, answer);
    }
    assert_eq!(states(&queue), [State::Failed { why: Failure::TooLarge, sent: 0 }]);
}

#[test]
fn a_line_too_slow_for_a_part_gets_smaller_ones() {
    let (mut queue, mut server) = (queue(&[250_000]), Server::default());
    let work = queue.next().unwrap();
    queue.told(&work, server.answer(&work));
    let work = queue.next().unwrap();
    queue.told(&work, Err(ApiError::Timeout));
    assert_eq!(states(&queue), [State::Queued { sent: 0, held: Some(Failure::Timeout) }]);
    queue.wake();
    let work = queue.next().unwrap();
    queue.told(&work, server.answer(&work));
    assert!(matches!(queue.next(), Some(Work::Part { from: 0, to: 50_000, .. })));
}

#[test]
fn what_is_taken_back_is_taken_back_on_the_server_unless_it_was_received() {
    // Before anything was asked.
    let mut queue = queue(&[10, 20]);
    queue.withdraw(1);
    assert_eq!(queue.of(&document()).len(), 1);
    // Between parts.
    let (mut queue, mut server) = (self::queue(&[250_000]), Server::default());
    for _ in 0..2 {
        let work = queue.next().unwrap();
        queue.told(&work, server.answer(&work));
    }
    queue.withdraw(1);
    assert_eq!(run(&mut queue, &mut server, &[Luck::LostAfter]).len(), 2, "asked again: it is gone");
    assert!(queue.is_empty() && server.files.is_empty());
    // While it is announced.
    let (mut queue, mut server) = (self::queue(&[10]), Server::default());
    let work = queue.next().unwrap();
    queue.withdraw(1);
    queue.told(&work, server.answer(&work));
    run(&mut queue, &mut server, &[]);
    assert!(queue.is_empty() && server.files.is_empty());
    // While it is announced, and nobody hears of it.
    let (mut queue, mut server) = (self::queue(&[10]), Server::default());
    let work = queue.next().unwrap();
    queue.withdraw(1);
    queue.told(&work, server.meet(&work, Luck::LostAfter));
    assert!(queue.is_empty());
    // While its last part is on the way, whose answer gets lost.
    let (mut queue, mut server) = (self::queue(&[10]), Server::default());
    let work = queue.next().unwrap();
    queue.told(&work, server.answer(&work));
    let work = queue.next().unwrap();
    queue.withdraw(1);
    queue.told(&work, server.meet(&work, Luck::LostAfter));
    run(&mut queue, &mut server, &[]);
    all_received(&queue, &server);
    assert_eq!(server.receipts.len(), 1, "it is received, and that is what is said");
}

#[test]
fn a_file_that_may_not_be_sent_or_was_not_sent_for_stays_where_it_is() {
    let mut queue = Queue::default();
    let (good, bad) =
        (queue.choose(&document(), "a.jpg", 10, PART), queue.choose(&document(), "b.exe", 10, PART));
    assert!(queue.unsent(), "chosen is not sent");
    queue.looked_at(good, Ok(found(1)));
    queue.looked_at(bad, Err(Refusal::Type));
    assert_eq!(states(&queue), [State::Checked, State::Refused(Refusal::Type)]);
    assert_eq!((queue.next(), queue.coming(&document())), (None, 1));
    queue.send(&DocumentId("d-2".to_owned()));
    assert_eq!(queue.next(), None, "another document's");
    queue.send(&document());
    assert!(matches!(queue.next(), Some(Work::Begin { key, .. }) if key == good));
    assert!(queue.needs(good) && !queue.needs(bad));
}

#[test]
fn a_file_that_cannot_be_read_any_more_stops() {
    let (mut queue, mut server) = (queue(&[10, 20]), Server::default());
    let work = queue.next().unwrap();
    queue.told(&work, server.answer(&work));
    let work = queue.next().unwrap();
    queue.unreadable(work.key());
    assert_eq!(states(&queue)[0], State::Failed { why: Failure::Unreadable, sent: 0 });
    run(&mut queue, &mut server, &[]);
    assert!(matches!(states(&queue)[1], State::Received(_)));
}

#[test]
fn a_receipt_of_something_else_is_none() {
    let (mut queue, mut server) = (queue(&[10]), Server::default());
    let work = queue.next().unwrap();
    server.answer(&work).unwrap();
    server.append("f-1", 0, 10).unwrap();
    let mut file = server.file("f-1").unwrap();
    if let Some(receipt) = &mut file.receipt {
        receipt.sha256 = Sha256([9; 32]);
    }
    queue.told(&work, Ok(Some(file)));
    assert_eq!(states(&queue), [State::Failed { why: Failure::Unclear, sent: 0 }]);
}

#[test]
fn a_server_that_has_all_and_gives_no_receipt_is_asked_a_few_times() {
    let (mut queue, mut server) = (queue(&[10]), Server::default());
    let mut asked = 0;
    while let Some(work) = queue.next().or_else(|| {
        queue.wake();
        queue.next()
    }) {
        server.answer(&work).ok();
        let mut file = server.file("f-1").unwrap();
        file.received = 10;
        file.receipt = None;
        queue.told(&work, Ok(Some(file)));
        asked += 1;
        assert!(asked < 20);
    }
    assert_eq!(states(&queue), [State::Failed { why: Failure::Unclear, sent: 10 }]);
}

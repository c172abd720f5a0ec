use super::*;
use crate::i18n::texts::account as a;
use crate::i18n::texts::form as fm;

fn field(id: &'static str, pointer: &'static str, typed: &str) -> Field {
    let value = RwSignal::new(typed.to_owned());
    let check = |typed: &str| typed.is_empty().then(|| fm::problem_unknown("empty"));
    let set = Callback::new(move |typed| value.set(typed));
    Field { id, pointer, label: a::contacts_email, check, value: value.into(), set }
}

fn form(first: &str, second: &str) -> Form {
    Form::new(vec![field("first", "/a/first", first), field("second", "/a/second", second)])
}

fn server(pointer: &str, code: &str) -> FieldProblem {
    FieldProblem { pointer: pointer.to_owned(), code: code.to_owned() }
}

fn in_an_owner(test: impl FnOnce()) {
    Owner::new().with(test);
}

#[test]
fn a_form_is_checked_when_it_is_sent_and_again_each_time() {
    in_an_owner(|| {
        let form = form("x", "");
        assert!(!form.wrong());
        assert!(!form.check());
        assert_eq!(form.problem("second"), Some(fm::problem_unknown("empty")));
        assert_eq!(form.problem("first"), None);
        assert!(!form.check());
        assert_eq!(form.refusals.get_untracked(), 2);
        form.fields()[1].set.run("y".to_owned());
        assert!(form.wrong(), "nothing changes while somebody is typing");
        assert!(form.check());
        assert!(!form.wrong());
        assert_eq!(form.refusals.get_untracked(), 2);
    });
}

#[test]
fn problems_of_the_server_come_to_their_fields_in_the_order_of_the_page() {
    in_an_owner(|| {
        let form = form("x", "y");
        let problems = [server("/b", "c1"), server("/a/second", "c2"), server("/a/first", "c3")];
        form.refuse(&problems, |code| fm::problem_unknown(code));
        let order: Vec<_> =
            form.problems().into_iter().map(|(field, text)| (field.map(|f| f.id), text)).collect();
        assert_eq!(
            order,
            [
                (Some("first"), fm::problem_unknown("c3")),
                (Some("second"), fm::problem_unknown("c2")),
                (None, fm::problem_unknown("c1")),
            ]
        );
    });
}

#[test]
fn what_was_typed_stays_whatever_is_wrong_with_it() {
    in_an_owner(|| {
        let form = form("typed", "");
        form.check();
        form.refuse(&[server("/a/first", "bad")], |code| fm::problem_unknown(code));
        assert_eq!(form.fields()[0].value.get_untracked(), "typed");
    });
}

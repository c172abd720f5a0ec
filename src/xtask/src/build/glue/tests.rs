use super::*;

fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    for (id, body) in sections {
        put(&mut module, *id, body);
    }
    module
}

fn import(of: &str, name: &str) -> Vec<u8> {
    [text(of), text(name), vec![0, 1]].concat()
}

fn export(name: &str) -> Vec<u8> {
    [text(name), vec![0, 3]].concat()
}

#[test]
fn imports_of_the_script_get_short_names_and_others_keep_theirs() -> Result<()> {
    let imports =
        [import("./a.js", "__wbg_fetch_1"), import("./b.js", "load"), import("./a.js", "__wbg_now_2")];
    let before = module(&[(1, vec![0]), (IMPORTS, list(&imports)), (10, vec![1, 2, 3])]);
    let (after, names) = short_names(&before, "./a.js")?;
    let short = [import("./a.js", "a"), import("./b.js", "load"), import("./a.js", "b")];
    assert_eq!(after, module(&[(1, vec![0]), (IMPORTS, list(&short)), (10, vec![1, 2, 3])]));
    let expected = [("__wbg_fetch_1", "a"), ("__wbg_now_2", "b")];
    assert_eq!(names, expected.map(|(old, new)| (old.to_owned(), new.to_owned())).into());
    Ok(())
}

#[test]
fn exports_of_classes_that_nothing_makes_go() -> Result<()> {
    let exports =
        [export("main"), export("__wbg_intounderlyingsink_free"), export("intounderlyingsink_close")];
    let before = module(&[(EXPORTS, list(&exports))]);
    assert_eq!(without_classes(&before)?, module(&[(EXPORTS, list(&[export("main")]))]));
    Ok(())
}

#[test]
fn what_is_no_module_or_is_cut_off_is_an_error() {
    assert!(without_classes(b"<html>").is_err());
    assert!(without_classes(b"\0asm\x01\0\0\0\x07\x05\x01").is_err());
}

#[test]
fn names_go_on_after_the_alphabet() {
    assert_eq!([0, 25, 26, 51, 52, 53, 104].map(short), ["a", "z", "A", "Z", "aa", "ba", "ab"]);
}

const SCRIPT: &str = "export class IntoUnderlyingSink {
    /**
     * x
     */
    free() {
    }
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;

function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_fetch_1: function(arg0) {
            return { a: 1 };
        },
        __wbg_gone_9: function(arg0) {
            return 2;
        },
    };
    return { './a.js': import0 };
}
const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));
let last;
";

#[test]
fn the_script_follows() -> Result<()> {
    let names = BTreeMap::from([("__wbg_fetch_1".to_owned(), "a".to_owned())]);
    let expected = "function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        a: function(arg0) {
            return { a: 1 };
        },
    };
    return { './a.js': import0 };
}
let last;
";
    assert_eq!(script(SCRIPT, &names)?, expected);
    Ok(())
}

#[test]
fn a_script_that_is_written_another_way_ends_the_build() {
    let names = BTreeMap::from([("__wbg_other_3".to_owned(), "a".to_owned())]);
    assert!(script(SCRIPT, &names).is_err());
}

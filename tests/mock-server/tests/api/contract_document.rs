//! The OpenAPI document and the server describe the same operations.

use std::collections::BTreeSet;

use mock_server::operation::{self, Access};

#[test]
fn every_described_operation_is_served_and_every_served_one_described() {
    let served: BTreeSet<String> = operation::ALL
        .iter()
        .map(|operation| format!("{} {} {}", operation.method, operation.path, operation.name))
        .collect();
    let mut described = BTreeSet::new();
    for (path, item) in contract::openapi::document().paths.paths {
        for (method, operation) in [
            ("GET", item.get),
            ("PUT", item.put),
            ("POST", item.post),
            ("PATCH", item.patch),
            ("DELETE", item.delete),
        ] {
            if let Some(operation) = operation {
                described.insert(format!("{method} {path} {}", operation.operation_id.unwrap()));
            }
        }
    }
    assert_eq!(served, described);
}

#[test]
fn writes_are_described_as_writes_and_public_ones_as_public() {
    let yaml = contract::openapi::yaml().unwrap();
    let paths = yaml.split("\ncomponents:").next().unwrap();
    let document: Vec<&str> = paths.split("operationId: ").skip(1).collect();
    for operation in &operation::ALL {
        let part = document.iter().find(|part| part.lines().next() == Some(operation.name)).unwrap();
        assert_eq!(part.contains("x-csrf-token"), operation.access.writes(), "{}", operation.name);
        assert_eq!(part.contains("idempotency-key"), operation.access.writes(), "{}", operation.name);
        assert_eq!(part.contains("NotSignedIn"), operation.access != Access::Public, "{}", operation.name);
    }
}

#[test]
fn every_operation_has_a_module_of_tests() {
    let names = [
        ("get_session", "session"),
        ("sign_out", "sign_out"),
        ("extend_session", "extend_session"),
        ("begin_sign_in", "sign_in"),
        ("get_account", "account"),
        ("change_account", "change_account"),
        ("list_sessions", "sessions"),
        ("end_other_sessions", "end_other_sessions"),
        ("list_sign_ins", "sign_ins"),
        ("list_persons", "persons"),
        ("get_person_gp", "person_gp"),
        ("get_person_insurance", "person_insurance"),
        ("get_person_prevention", "person_prevention"),
        ("mark_check_up", "mark_check_up"),
        ("unmark_check_up", "unmark_check_up"),
        ("answer_check_up_invitation", "answer_check_up_invitation"),
        ("get_commission", "commission"),
        ("change_commission", "change_commission"),
        ("get_document_index", "document_index"),
        ("page_documents", "document_pages"),
        ("search_documents", "document_search"),
        ("get_document", "document"),
        ("list_files", "file_list"),
        ("begin_file", "file_begin"),
        ("get_file", "file_get"),
        ("append_file", "file_append"),
        ("delete_file", "file_delete"),
        ("get_file_content", "file_content"),
        ("get_changes", "changes"),
        ("stream_changes", "stream"),
        ("report_document", "report_document"),
        ("list_reports", "list_reports"),
        ("get_account_data", "account_data"),
        ("ask_correction", "corrections"),
        ("list_corrections", "corrections"),
        ("get_closure", "closure"),
        ("close_account", "closure"),
        ("get_access", "access"),
        ("change_access", "change_access"),
        ("end_access", "end_access"),
        ("ask_renewal", "ask_renewal"),
        ("invite", "invite"),
        ("withdraw_invitation", "withdraw_invitation"),
        ("preview_invitation", "preview_invitation"),
        ("accept_invitation", "accept_invitation"),
        ("hide_document", "hide_document"),
        ("get_access_log", "access_log"),
        ("get_notification_preferences", "notification_preferences"),
        ("change_notification_preferences", "change_notification_preferences"),
        ("list_notification_contacts", "list_notification_contacts"),
        ("add_notification_contact", "add_notification_contact"),
        ("delete_notification_contact", "delete_notification_contact"),
        ("send_contact_code", "send_contact_code"),
        ("verify_contact", "verify_contact"),
        ("get_templates", "templates"),
        ("set_template_tariff", "set_template_tariff"),
        ("get_template_sheet", "template_sheet"),
        ("get_template_samples", "template_samples"),
        ("get_template", "template"),
        ("begin_template_version", "begin_template_version"),
        ("write_template_version", "write_template_version"),
        ("do_template_deed", "do_template_deed"),
        ("test_template_version", "test_template_version"),
        ("get_published_templates", "published_templates"),
        ("list_messages", "list_messages"),
        ("get_message", "get_message"),
    ];
    let own = include_str!("main.rs");
    for operation in &operation::ALL {
        let module = names.iter().find(|(name, _)| *name == operation.name).map(|(_, module)| *module);
        let module = module.unwrap_or_else(|| panic!("{} has no tests", operation.name));
        assert!(own.contains(&format!("mod {module};\n")), "{module}");
    }
}

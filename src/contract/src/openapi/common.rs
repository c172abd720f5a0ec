//! What many operations share: problems, and headers of requests and answers.

use utoipa::Modify;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Required, Response, ResponseBuilder, Schema};

use crate::header;
use crate::problem::{MEDIA_TYPE, Problem, ProblemCode};

use ProblemCode as P;

/// Answers that are problems: name, and the codes they may carry, which share one status.
const PROBLEMS: [(&str, &[ProblemCode]); 28] = [
    ("Malformed", &[P::Malformed]),
    ("MalformedWrite", &[P::Malformed, P::IdempotencyKeyMissing]),
    ("NotSignedIn", &[P::SignedOut, P::SessionOver]),
    ("CsrfFailed", &[P::CsrfFailed]),
    ("NotAllowed", &[P::NotAllowed]),
    ("CsrfFailedOrNotAllowed", &[P::CsrfFailed, P::NotAllowed]),
    ("StillOpen", &[P::StillOpen]),
    ("Changed", &[P::Changed]),
    ("TooLarge", &[P::TooLarge]),
    ("InvalidFields", &[P::InvalidFields]),
    ("KeyReused", &[P::IdempotencyKeyReused]),
    ("InvalidFieldsOrKeyReused", &[P::InvalidFields, P::IdempotencyKeyReused]),
    ("PreconditionMissing", &[P::PreconditionMissing]),
    ("FilesClosed", &[P::FilesClosed]),
    ("OffsetOrClosed", &[P::UploadOffset, P::FilesClosed]),
    ("FileReceived", &[P::FileReceived]),
    ("UploadOver", &[P::UploadOver]),
    ("FileType", &[P::FileType]),
    ("FileDamagedOrKeyReused", &[P::FileDamaged, P::IdempotencyKeyReused]),
    ("CsrfFailedOrNoStaff", &[P::CsrfFailed, P::NotAllowed, P::RoleMissing]),
    ("CsrfFailedOrNotForThem", &[P::CsrfFailed, P::NotAllowed, P::RoleMissing, P::OwnWork]),
    ("VersionOpen", &[P::VersionOpen]),
    ("VersionState", &[P::VersionState, P::VersionOpen]),
    ("VersionStateOrBreaking", &[P::VersionState, P::BreakingNotConfirmed]),
    ("TextBlockedOrInvalidFieldsOrKeyReused", &[P::TextBlocked, P::InvalidFields, P::IdempotencyKeyReused]),
    ("TooMany", &[P::TooMany]),
    ("Internal", &[P::Internal]),
    ("Unavailable", &[P::Unavailable]),
];
const EVERY: [&str; 3] = ["TooMany", "Internal", "Unavailable"];
const WRITE: [&str; 3] = ["MalformedWrite", "CsrfFailed", "TooLarge"];

/// The problems of one operation, beyond those of every operation and of every write.
fn own(operation: &str) -> &'static [&'static str] {
    match operation {
        "begin_sign_in" | "page_documents" | "list_messages" | "get_changes" | "stream_changes" => {
            &["Malformed"]
        }
        "change_account" | "change_notification_preferences" => {
            &["Changed", "InvalidFieldsOrKeyReused", "PreconditionMissing"]
        }
        "sign_out" | "extend_session" | "end_other_sessions" => &["KeyReused"],
        "search_documents" => &["Malformed", "TooLarge", "InvalidFields"],
        "get_document"
        | "get_templates"
        | "get_template"
        | "get_message"
        | "get_person_gp"
        | "get_person_insurance"
        | "get_person_prevention"
        | "get_commission"
        | "list_reports"
        | "list_files"
        | "get_file_content" => &["NotAllowed"],
        "report_document"
        | "invite"
        | "preview_invitation"
        | "accept_invitation"
        | "add_notification_contact"
        | "verify_contact" => &["CsrfFailedOrNotAllowed", "InvalidFieldsOrKeyReused"],
        "ask_correction" => &["InvalidFieldsOrKeyReused"],
        "close_account" => &["StillOpen", "InvalidFieldsOrKeyReused"],
        "get_file" => &["NotAllowed", "UploadOver"],
        "begin_file" => &["CsrfFailedOrNotAllowed", "FilesClosed", "FileType", "InvalidFieldsOrKeyReused"],
        "append_file" => {
            &["CsrfFailedOrNotAllowed", "OffsetOrClosed", "UploadOver", "FileType", "FileDamagedOrKeyReused"]
        }
        "delete_file" => &["CsrfFailedOrNotAllowed", "FileReceived", "UploadOver", "KeyReused"],
        "change_access" | "mark_check_up" | "answer_check_up_invitation" | "change_commission" => {
            &["CsrfFailedOrNotAllowed", "Changed", "InvalidFieldsOrKeyReused", "PreconditionMissing"]
        }
        "end_access"
        | "ask_renewal"
        | "withdraw_invitation"
        | "hide_document"
        | "delete_notification_contact"
        | "send_contact_code" => &["CsrfFailedOrNotAllowed", "KeyReused"],
        "unmark_check_up" => &["CsrfFailedOrNotAllowed", "Changed", "KeyReused", "PreconditionMissing"],
        "get_access_log" | "get_template_samples" | "get_template_sheet" => &["Malformed", "NotAllowed"],
        "set_template_tariff" => {
            &["CsrfFailedOrNoStaff", "Changed", "InvalidFieldsOrKeyReused", "PreconditionMissing"]
        }
        "begin_template_version" => &["CsrfFailedOrNoStaff", "VersionOpen", "InvalidFieldsOrKeyReused"],
        "write_template_version" => &[
            "CsrfFailedOrNoStaff",
            "VersionState",
            "Changed",
            "InvalidFieldsOrKeyReused",
            "PreconditionMissing",
        ],
        "do_template_deed" => &[
            "CsrfFailedOrNotForThem",
            "VersionStateOrBreaking",
            "Changed",
            "TextBlockedOrInvalidFieldsOrKeyReused",
            "PreconditionMissing",
        ],
        "test_template_version" => &["CsrfFailedOrNotAllowed", "TextBlockedOrInvalidFieldsOrKeyReused"],
        _ => &[],
    }
}

/// Whether the operation changes something.
fn is_write(operation: &str) -> bool {
    matches!(
        operation,
        "sign_out"
            | "extend_session"
            | "change_account"
            | "end_other_sessions"
            | "report_document"
            | "ask_correction"
            | "close_account"
            | "begin_file"
            | "append_file"
            | "delete_file"
            | "change_access"
            | "change_notification_preferences"
            | "change_commission"
            | "add_notification_contact"
            | "delete_notification_contact"
            | "send_contact_code"
            | "verify_contact"
            | "end_access"
            | "ask_renewal"
            | "invite"
            | "withdraw_invitation"
            | "preview_invitation"
            | "accept_invitation"
            | "hide_document"
            | "mark_check_up"
            | "unmark_check_up"
            | "answer_check_up_invitation"
            | "set_template_tariff"
            | "begin_template_version"
            | "write_template_version"
            | "do_template_deed"
            | "test_template_version"
    )
}

/// Adds what is shared.
pub struct Common;

impl Modify for Common {
    fn modify(&self, document: &mut OpenApi) {
        if let Some(components) = document.components.as_mut() {
            for (name, codes) in PROBLEMS {
                components.responses.insert(name.to_owned(), RefOr::T(problem(codes)));
            }
            let codes = ProblemCode::ALL.iter().map(|code| code.code());
            let codes = ObjectBuilder::new()
                .schema_type(Type::String)
                .description(Some(
                    "What went wrong. The list may grow: an unknown code counts as its status says.",
                ))
                .enum_values(Some(codes));
            components.schemas.insert("ProblemCode".to_owned(), RefOr::T(Schema::Object(codes.build())));
            components.headers.extend(headers().map(|(name, header)| (name.to_owned(), RefOr::T(header))));
            for parameter in parameters() {
                components.parameters.insert(parameter.name.clone(), RefOr::T(parameter));
            }
        }
        for item in document.paths.paths.values_mut() {
            let operations =
                [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
            operations.into_iter().flatten().for_each(complete);
        }
    }
}

fn complete(operation: &mut Operation) {
    let name = operation.operation_id.clone().unwrap_or_default();
    let signed_in = !matches!(name.as_str(), "begin_sign_in" | "get_published_templates");
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            refer_to_header(response, header::REQUEST_ID);
            // With these two the session is over.
            if signed_in && !matches!(name.as_str(), "sign_out" | "close_account") {
                refer_to_header(response, header::SESSION_EXPIRES_IN);
            }
        }
    }
    let shared = EVERY.iter();
    let shared = shared.chain(if signed_in { ["NotSignedIn"].iter() } else { [].iter() });
    let shared = shared.chain(if is_write(&name) { WRITE.iter() } else { [].iter() });
    // Last: what an operation says of a status takes the place of what all say of it.
    let shared = shared.chain(own(&name));
    for problem in shared {
        let codes = PROBLEMS.iter().find(|(known, _)| known == problem).map_or(&[][..], |(_, codes)| codes);
        let Some(status) = codes.first().map(|code| code.status()) else { continue };
        let reference = RefOr::Ref(Ref::from_response_name(*problem));
        operation.responses.responses.insert(status.to_string(), reference);
    }
    let names: &[&str] = match (is_write(&name), signed_in && name != "stream_changes") {
        (true, _) => &[header::CSRF_TOKEN, header::IDEMPOTENCY_KEY],
        (false, true) => &[header::BACKGROUND],
        (false, false) => &[],
    };
    let references = names.iter().map(|name| RefOr::Ref(Ref::new(format!("#/components/parameters/{name}"))));
    let parameters = operation.parameters.get_or_insert_default();
    for parameter in parameters.iter_mut() {
        if let RefOr::T(Parameter { schema: Some(RefOr::T(Schema::Object(schema))), .. }) = parameter {
            without_null(schema);
        }
    }
    parameters.extend(references);
    if !signed_in {
        let any = ResponseBuilder::new()
            .description("Anything else is a problem")
            .content(MEDIA_TYPE, ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build())
            .build();
        operation.responses.responses.insert("default".to_owned(), RefOr::T(any));
    }
}

/// A parameter may be absent, but it is never null.
fn without_null(schema: &mut Object) {
    if let SchemaType::Array(kinds) = &schema.schema_type
        && let Some(kind) = kinds.iter().find(|kind| **kind != Type::Null)
    {
        schema.schema_type = SchemaType::Type(kind.clone());
    }
}

fn refer_to_header(response: &mut Response, name: &str) {
    let reference = RefOr::Ref(Ref::new(format!("#/components/headers/{name}")));
    response.headers.insert(name.to_owned(), reference);
}

fn plain(kind: Type) -> RefOr<Schema> {
    RefOr::T(Schema::Object(ObjectBuilder::new().schema_type(kind).build()))
}

/// The headers of requests.
fn parameters() -> [Parameter; 3] {
    let parameter = |name, required, description| {
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(required)
            .description(Some(description))
            .schema(Some(plain(Type::String)))
            .build()
    };
    let token = "The token from the session, against forged requests";
    let key =
        "1 to 64 visible ASCII characters, new for every write; the same for every try of the same write";
    let background = "`1` when no person caused the request: it does not keep the session alive. A look is left out of the log of access only \
         where the same session looked there before without this header";
    [
        parameter(header::CSRF_TOKEN, Required::True, token),
        parameter(header::IDEMPOTENCY_KEY, Required::True, key),
        parameter(header::BACKGROUND, Required::False, background),
    ]
}

/// The headers of answers.
fn headers() -> [(&'static str, Header); 2] {
    let id = "The id under which the server logged the request";
    let left = "Seconds until the session ends if nothing is done";
    [
        (header::REQUEST_ID, answer_header(Type::String, id)),
        (header::SESSION_EXPIRES_IN, answer_header(Type::Integer, left)),
    ]
}

fn answer_header(kind: Type, description: &str) -> Header {
    HeaderBuilder::new().schema(Some(plain(kind))).description(Some(description)).build()
}

/// An answer that is a problem with one of these codes.
fn problem(codes: &[ProblemCode]) -> Response {
    let list: Vec<String> =
        codes.iter().map(|code| format!("{} (`{}`)", code.title(), code.code())).collect();
    let examples = codes.iter().map(|code| {
        let value = serde_json::to_value(Problem::new(*code, "5d96ab5c4cb52c56")).unwrap_or_default();
        (code.code(), ExampleBuilder::new().value(Some(value)).build())
    });
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name("Problem")))
        .examples_from_iter(examples)
        .build();
    let mut response =
        ResponseBuilder::new().description(list.join("; or ")).content(MEDIA_TYPE, content).build();
    refer_to_header(&mut response, header::REQUEST_ID);
    if codes.iter().any(|code| matches!(code, P::TooMany | P::Unavailable)) {
        let retry = answer_header(Type::Integer, "Seconds to wait");
        response.headers.insert("Retry-After".to_owned(), RefOr::T(retry));
    }
    response
}

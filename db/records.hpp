#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/claude/messages_api.hpp"
#include "core/generation/call_kind.hpp"
#include "core/question/question.hpp"
#include "core/timestamp.hpp"

namespace examwright {

// The rows of the database as values. Ids are lower-case UUIDs.

struct user_record {
    std::string id;
    std::string email;  // as registered; looked up without regard to case
    std::string role;   // "faculty", "admin" (the old service's "super_admin" counts as admin)
    timestamp created_at;
};

/// A user as an admin sees it.
struct user_overview {
    user_record user;
    std::int64_t documents = 0;
    std::int64_t tests = 0;
};

/// What an API token may do for its owner: read; change as well; all that an admin may.
enum class token_scope { read, write, admin };

/// Whose a token is.
struct token_owner {
    token_owner(user_record owner, token_scope reach = token_scope::admin, bool of_session = true)
        : user(std::move(owner)), scope(reach), is_session(of_session) {}
    user_record user;
    token_scope scope;
    bool is_session;  // and not an API token
};

struct session_record {
    std::string id;
    timestamp created_at;
    timestamp expires_at;
    bool current = false;             // the one that asks
    std::optional<std::string> name;  // of an API token
    token_scope scope = token_scope::admin;
};

struct document_record {
    std::string id;
    std::string user_id;
    std::string source_type;  // a document_type's name, or "pasted_text"
    std::optional<std::string> filename;
    std::optional<std::string> file_path;  // relative to the data folder
    std::optional<std::int64_t> file_size_bytes;
    std::optional<std::string> title;
    std::string status;  // "processing", "ready", "extraction_failed" (and the old "uploaded", "rejected");
                         // "deleted": only its tests are left
    std::optional<std::string> failure_reason;
    std::optional<int> target_questions;
    std::string pages;              // "1-80", the only ones that are read; empty: all
    std::optional<int> pages_done;  // while it is read
    std::optional<int> pages_total;
    std::optional<std::int64_t> character_count;  // these once extracted
    std::optional<std::int64_t> word_count;
    std::optional<int> page_count;
    std::string page_name = "page";  // "page", "slide", "chapter", "section", "minute"
    std::optional<int> used_ocr_pages;
    std::string ocr_pages;     // "3, 5-7": read by text recognition
    std::string unread_pages;  // that could not be read
    timestamp created_at;
    timestamp updated_at;
};

/// What was read of a document.
struct document_content {
    std::string text;       // its pages parted by form feeds
    std::string structure;  // encode_spans() of the text
    std::int64_t characters = 0;
    std::int64_t words = 0;
    int pages = 1;
    std::string page_name = "page";
    int used_ocr_pages = 0;
    std::string ocr_pages;
    std::string unread_pages;
};

struct dropped_count {
    std::string reason;  // for a person
    int count = 0;
};

struct generated_test_record {
    std::string id;
    std::string user_id;
    std::string document_id;
    std::optional<std::string> title;
    std::string
        status;  // "pending", "generating", "completed", "partial", "failed" (and the old "failed_timeout")
    std::string phase;  // "queued", "writing", "reviewing", "saving", "done"
    difficulty level = difficulty::medium;
    std::string focus;              // what it is to be about; empty: the whole document
    std::string pages;              // "12-30", the only ones that are used; empty: all
    std::string language;           // that it was asked for in; empty: the document's own
    std::string replaces_question;  // of a small job: the question whose place its one question takes
    std::string prompt_version;
    std::string model;
    int target_questions = 15;
    int questions_generated = 0;  // 0 until the job ends
    int calls_done = 0;
    int calls_total = 0;
    int accepted = 0;
    std::vector<dropped_count> dropped;
    std::optional<std::int64_t> input_tokens;
    std::optional<std::int64_t> output_tokens;
    std::optional<double> cost_usd;  // until the end what is expected, where that is known; else what it was
    std::optional<std::string> failure_reason;
    timestamp created_at;
    timestamp updated_at;  // moved by every sign of life of the job
    std::optional<timestamp> ended_at;

    bool unfinished() const { return status == "pending" || status == "generating"; }
};

/// What GET /tests/{id}/status needs, and no more.
struct test_status_record {
    std::string status;
    std::string phase;
    int questions_generated = 0;
    int target_questions = 0;
    int calls_done = 0;
    int calls_total = 0;
    timestamp created_at;
    std::optional<timestamp> ended_at;
};

struct question_record {
    std::string id;
    std::string test_id;
    std::string document_id;  // that the quote is from, which may be gone; empty, to be stored: the test's
    int sort_order = 1;
    question content;
    std::string topic_id;
    std::optional<std::string> validation_result;
    std::optional<double> quality_score;
};

/// A finished Claude call, kept so that it is never made twice.
struct call_record {
    call_kind kind = call_kind::write;
    int round = 1;
    int group = 0;
    std::string outcome;  // "answered", "refused", "truncated", "failed"
    std::string reply;    // the text of the reply; for "failed" the sentence that says why
    token_usage usage;
    std::int64_t milliseconds = 0;
};

struct topic_record {
    std::string id;
    std::string slug;
    std::string name;
};

template <class T>
struct page_of {
    std::vector<T> items;
    std::int64_t total = 0;  // of all pages
};

struct page_request {
    int limit = 50;
    int offset = 0;
};

}  // namespace examwright

#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/extraction_protocol.hpp"
#include "db/records.hpp"

namespace examwright {

/// With its counts, as it is stored.
document_content content_of(const extraction_report& report);

/// Documents and their text. Synchronous; on the database thread. What belongs to another user is not found.
class document_store {
  public:
    explicit document_store(SQLite::Database& database) : database_(database) {}

    /// record.id, the times and the status are the caller's.
    void insert(const document_record& record);
    std::optional<document_record> find(std::string_view id, std::string_view user_id);
    page_of<document_record> list(std::string_view user_id, page_request page);
    /// The text of the pages, parted by form feeds.
    std::optional<std::string> text(std::string_view id);
    /// encode_spans() of the text; empty where its structure is not known.
    std::string structure(std::string_view id);
    /// Whether it is the user's; also of one that was removed with tests left.
    bool belongs_to(std::string_view id, std::string_view user_id);
    /// What its pages are called; also of one that was removed with tests left. "page" where there is none.
    std::string page_name(std::string_view id);
    /// None of these touches a document that is gone by now.
    void set_progress(std::string_view id, int pages_done, int pages_total, timestamp now);
    void set_ready(std::string_view id, const document_content& content, timestamp now);
    void set_failed(std::string_view id, std::string_view reason, timestamp now);
    /// False where there was none. Its text and what is known of its file go. A document with tests leaves a
    /// row behind for them (status "deleted"), which nobody is shown and which goes with the last of them.
    bool remove(std::string_view id, std::string_view user_id, timestamp now);
    /// Its file has been removed.
    void forget_file(std::string_view id);
    /// Returns the file_path of every document that has one.
    std::vector<std::string> file_paths();
    /// What a user's documents come to.
    struct holdings {
        std::int64_t documents = 0;
        std::int64_t bytes = 0;  // as they were sent
    };
    holdings holdings_of(std::string_view user_id);
    /// All of a user's, those that were removed with tests left included.
    std::vector<std::string> ids_of(std::string_view user_id);
    /// Left "processing" by a stop or a crash.
    std::vector<document_record> unfinished();

  private:
    SQLite::Database& database_;
};

}  // namespace examwright

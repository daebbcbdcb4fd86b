#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/records.hpp"

namespace examwright {

/// Tests as their owner sees them; what belongs to another user is not found. Synchronous; on the database
/// thread.
class generated_test_store {
  public:
    explicit generated_test_store(SQLite::Database& database) : database_(database) {}

    /// Stores an imported test: "completed" at once, with these questions (topics by slug), under a new id.
    /// Its document, unless the record names one, is a row without a text that nobody is shown, as
    /// document_store::remove leaves it to the tests of a deleted document; page_name is what its pages are
    /// called. One transaction.
    generated_test_record import(const generated_test_record& record,
                                 const std::vector<question_record>& questions,
                                 std::string_view page_name = "page");
    std::optional<generated_test_record> find(std::string_view id, std::string_view user_id);
    page_of<generated_test_record> list(std::string_view user_id, page_request page);
    std::vector<question_record> questions(std::string_view test_id);
    /// Returns all questions of the test that this one belongs to.
    std::vector<question_record> sibling_questions(std::string_view question_id);
    bool set_title(std::string_view id, std::string_view user_id, std::string_view title, timestamp now);
    /// Returns false if there is no such test.
    bool remove(std::string_view id, std::string_view user_id);

  private:
    SQLite::Database& database_;
};

}  // namespace examwright

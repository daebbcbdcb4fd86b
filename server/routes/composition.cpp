#include "server/routes/composition.hpp"

#include <set>
#include <utility>

#include "core/question/question_limits.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"
#include "db/document_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/question_store.hpp"
#include "server/api/entity_tag.hpp"
#include "server/api/generated_test_json.hpp"
#include "server/api/id_list.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"

namespace examwright {

namespace asio = boost::asio;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

constexpr const char* put_together = "composed";  // in the place of the model and the prompt's version

struct composition {
    std::string title;
    std::vector<std::string> question_ids;
};

result<composition> read_composition(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    const auto title = body->text("title");
    if (!title)
        return title.error();
    const std::string plain(trimmed(without_control_characters(*title)));
    if (plain.empty() || count_characters(plain) > longest_title)
        return invalid("title must have 1 to " + std::to_string(longest_title) + " characters");
    const auto ids = read_ids(*body, "question_ids");
    if (!ids)
        return ids.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    if (!*ids || (*ids)->empty() || (*ids)->size() > most_questions)
        return invalid("question_ids must name 1 to " + std::to_string(most_questions) + " questions");
    return composition{plain, **ids};
}

/// The documents of the questions; "" stands for all that are gone.
std::set<std::string> documents_of(SQLite::Database& db, const std::vector<question_record>& questions,
                                   const std::string& user) {
    std::set<std::string> documents;
    document_store store(db);
    for (const auto& question : questions)
        documents.insert(store.belongs_to(question.document_id, user) ? question.document_id : "");
    return documents;
}

/// What the pages of the questions' documents are called, also of those that are gone; "page" where they
/// differ.
std::string common_page_name(SQLite::Database& db, const std::vector<question_record>& questions) {
    std::set<std::string> names;
    document_store store(db);
    for (const auto& question : questions)
        names.insert(store.page_name(question.document_id));
    return names.size() == 1 ? *names.begin() : "page";
}

result<generated_test_record> compose_test(SQLite::Database& db, const composition& wanted,
                                           generated_test_record test) {
    std::vector<question_record> questions;
    question_store store(db);
    for (const auto& id : wanted.question_ids) {
        auto question = store.find_owned(id, test.user_id);
        if (!question)
            return not_found("There is no such question: " + id);
        questions.push_back(std::move(*question));
    }
    test.title = wanted.title;
    const auto documents = documents_of(db, questions, test.user_id);
    if (documents.size() == 1)
        test.document_id = *documents.begin();
    return generated_test_store(db).import(test, questions, common_page_name(db, questions));
}

answer compose(composition_routes_parts& parts, http_request& request) {
    const auto wanted = read_composition(request.body);
    if (!wanted)
        co_return problem_response(wanted.error());
    generated_test_record test;
    test.user_id = request.user->id;
    test.model = test.prompt_version = put_together;
    test.created_at = parts.now();
    auto work = [wanted = *wanted, test](SQLite::Database& db) { return compose_test(db, wanted, test); };
    const auto made = co_await parts.database.run(std::move(work));
    if (!made)
        co_return problem_response(made.error());
    auto response = json_response(201, test_json(*made, false));
    response.headers.emplace_back("ETag", test_tag(*made));
    co_return response;
}

}  // namespace

std::vector<route> composition_routes(composition_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    return {
        {verb::post, "/tests", route_access::signed_in, route_body::small,
         "Make a test of questions of one's other tests", with(compose)},
    };
}

}  // namespace examwright

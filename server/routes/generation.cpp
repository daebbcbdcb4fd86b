#include "server/routes/generation.hpp"

#include <utility>

#include "core/generation/estimate.hpp"
#include "db/document_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "db/question_store.hpp"
#include "db/topic_store.hpp"
#include "server/api/entity_tag.hpp"
#include "server/api/generated_test_json.hpp"
#include "server/http/conditional_get.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/jobs/generation_order.hpp"
#include "server/routes/owned_test.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

constexpr std::chrono::seconds regeneration_limit{100};  // how long an answer is kept waiting

const problem unknown_document = not_found("There is no such document.");

struct ordered {
    document_record document;
    document_text text;
};

/// What an order is about; the first problem in the order 404, 400.
result<ordered> find_ordered(SQLite::Database& db, const std::string& document_id, const std::string& user,
                             const result<generation_order>& order) {
    document_store documents(db);
    auto document = documents.find(document_id, user);
    if (!document)
        return unknown_document;
    if (!order)
        return order.error();
    if (const auto reason = unfit(*document))
        return *reason;
    auto text = chosen_pages(*order, documents.text(document_id).value_or(""));
    if (!text)
        return text.error();
    return ordered{std::move(*document), std::move(*text)};
}

generation_estimate estimate_order(SQLite::Database& db, const generation_order& order,
                                   const document_text& text, const std::string& model) {
    generation_spec spec;
    spec.questions = order.questions;
    spec.level = order.level;
    spec.focus = order.focus;
    spec.language = order.language;
    for (auto& topic : topic_store(db).list())
        spec.topic_slugs.push_back(std::move(topic.slug));
    return estimate_generation(spec, text, model);
}

/// With a budget the test bears what it is expected to cost, so that those behind it know.
result<generated_test_record> create_in_budget(SQLite::Database& db, const generation_routes_parts& parts,
                                               generated_test_record test, const generation_order& order,
                                               const document_text& text) {
    if (auto reason = over_budget(db, parts.budgets, test.user_id, test.created_at))
        return std::move(*reason);
    if (parts.budgets.any())
        test.cost_usd = estimate_order(db, order, text, parts.model).cost_usd;
    return job_store(db).create(test);
}

answer generate(generation_routes_parts& parts, http_request& request) {
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto document_id = body->text("document_id");
    auto order = read_generation_order(*body);
    if (!document_id)
        co_return problem_response(order ? document_id.error() : order.error());
    const auto now = parts.now();
    auto create = [&parts, id = *document_id, order = std::move(order), user = request.user->id,
                   now](SQLite::Database& db) -> result<generated_test_record> {
        const auto found = find_ordered(db, id, user, order);
        if (!found)
            return found.error();
        auto test = new_test(*order, found->document, parts.model, now);
        return create_in_budget(db, parts, std::move(test), *order, found->text);
    };
    const auto test = co_await parts.database.run(std::move(create));
    if (!test)
        co_return problem_response(test.error());
    parts.jobs.start(*test);
    co_return json_response(202, test_json(*test, false));
}

/// On the database thread: chunking 100 pages takes milliseconds.
answer estimate(generation_routes_parts& parts, http_request& request) {
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto document_id = body->text("document_id");
    auto order = read_generation_order(*body);
    if (!document_id)
        co_return problem_response(order ? document_id.error() : order.error());
    auto work = [&parts, id = *document_id, order = std::move(order),
                 user = request.user->id](SQLite::Database& db) -> result<generation_estimate> {
        const auto found = find_ordered(db, id, user, order);
        if (!found)
            return found.error();
        return estimate_order(db, *order, found->text, parts.model);
    };
    const auto expected = co_await parts.database.run(std::move(work));
    if (!expected)
        co_return problem_response(expected.error());
    const auto cost = expected->cost_usd ? json::value(*expected->cost_usd) : json::value(nullptr);
    co_return json_response(200, json::object{{"model", parts.model},
                                              {"calls", expected->calls},
                                              {"estimated_input_tokens", expected->input_tokens},
                                              {"estimated_output_tokens", expected->output_tokens},
                                              {"estimated_cost_usd", cost}});
}

/// What came of a wish for another question.
struct regeneration {
    std::optional<json::object> question;      // a spare one took the place
    std::optional<generated_test_record> job;  // else: the small job that makes one
    int place = 1;
};

conditional_result<regeneration> begin_regeneration(SQLite::Database& db,
                                                    const generation_routes_parts& parts,
                                                    const owned_test& at, timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    const auto question = find_question(db, at);
    if (!question)
        return question.error();
    if (!fits_if_match(at.if_match, {question_tag(*question), test_tag(*test)}))
        return std::nullopt;
    if (const auto spare = question_store(db).replace_by_spare(at.test, at.question, now))
        return regeneration{question_json(*spare, generated_test_store(db).questions(at.test)), std::nullopt,
                            question->sort_order};
    const auto document = document_store(db).find(question->document_id, at.user);
    if (!document)
        return conflict(
            "There is no document here from which another question could be made, and the test has no spare "
            "one. Edit the question, or delete it and add another.");
    if (const auto reason = unfit(*document))
        return conflict(reason->detail);
    const bool is_own = document->id == test->document_id;  // and not of a test put together of several
    const generation_order order{1, question->content.level, test->focus, is_own ? test->pages : "",
                                 test->language};
    const auto text = chosen_pages(order, document_store(db).text(document->id).value_or(""));
    if (!text)
        return conflict(text.error().detail);
    auto job = new_test(order, *document, parts.model, now);
    job.replaces_question = at.question;
    auto created = create_in_budget(db, parts, std::move(job), order, *text);
    if (!created)
        return created.error();
    return regeneration{std::nullopt, std::move(*created), question->sort_order};
}

/// The question in the place, when the small job has ended: a new one, or the problem that it met.
result<json::object> end_regeneration(SQLite::Database& db, const owned_test& at,
                                      const generated_test_record& job, int place) {
    generated_test_store tests(db);
    if (const auto failed = tests.find(job.id, at.user)) {
        if (failed->unfinished())
            return problem{problem_kind::unavailable,
                           "No new question yet; it takes the place as soon as it is there.",
                           std::chrono::seconds(10)};
        tests.remove(job.id, at.user);
        return conflict(failed->failure_reason.value_or("No question could be made."));
    }
    const auto questions = tests.questions(at.test);
    for (const auto& question : questions)
        if (question.sort_order == place)
            return question_json(question, questions);
    return not_found("There is no such question in this test.");
}

answer regenerate(generation_routes_parts& parts, http_request& request) {
    const auto at = address_of(request);
    const auto now = parts.now();
    auto begin = [&parts, at, now](SQLite::Database& db) { return begin_regeneration(db, parts, at, now); };
    const auto conditional = co_await parts.database.run(std::move(begin));
    if (!conditional)
        co_return changed_meanwhile();
    const auto& begun = *conditional;
    if (!begun)
        co_return problem_response(begun.error());
    if (begun->question)
        co_return json_response(200, *begun->question);
    parts.jobs.start(*begun->job);
    co_await parts.jobs.wait_until_ended(begun->job->id, regeneration_limit);
    auto end = [at, job = *begun->job, place = begun->place](SQLite::Database& db) {
        return end_regeneration(db, at, job, place);
    };
    const auto question = co_await parts.database.run(std::move(end));
    co_return question ? json_response(200, *question) : problem_response(question.error());
}

}  // namespace

std::vector<route> generation_routes(generation_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto access = route_access::signed_in;
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/tests/generate", access, small, "Make a test of a document", with(generate)},
        {verb::post, "/tests/estimate", access, small, "What a test would cost", with(estimate)},
        {verb::post, "/tests/{id}/questions/{qid}/regenerate", access, small,
         "Another question in the place of this one", with(regenerate)},
    };
}

}  // namespace examwright

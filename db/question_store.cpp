#include "db/question_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <vector>

#include "core/question/question_limits.hpp"
#include "db/json_columns.hpp"
#include "db/question_rows.hpp"
#include "db/removed_questions.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

void count_questions(SQLite::Database& database, std::string_view test_id, timestamp now) {
    execute(database,
            "UPDATE generated_tests SET updated_at = ?2, questions_generated = "
            "(SELECT count(*) FROM questions WHERE generated_test_id = ?1) WHERE id = ?1",
            test_id, now);
}

std::optional<question_record> find_question(SQLite::Database& database, std::string_view id) {
    auto query = prepare(database, select_question + "WHERE q.id = ?1", id);
    return query.executeStep() ? std::optional(read_question(query)) : std::nullopt;
}

/// The test's questions in their order, without one.
std::vector<std::string> others(SQLite::Database& database, const question_record& question) {
    auto query = prepare(database,
                         "SELECT id FROM questions WHERE generated_test_id = ?1 AND id <> ?2 "
                         "ORDER BY sort_order, created_at, id",
                         question.test_id, question.id);
    std::vector<std::string> ids;
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getString());
    return ids;
}

/// Gives the test's questions the places 1, 2, 3 ...
void set_order(SQLite::Database& database, std::string_view test_id, const std::vector<std::string>& ids) {
    // Out of the way first: some files of the old service let no two questions have one place.
    execute(database, "UPDATE questions SET sort_order = -sort_order WHERE generated_test_id = ?1", test_id);
    int sort_order = 0;
    for (const auto& id : ids)
        execute(database, "UPDATE questions SET sort_order = ?2 WHERE id = ?1", id, ++sort_order);
}

/// Makes place for one more question in the end, and tells which it is.
result<int> grow(SQLite::Database& database, std::string_view test_id) {
    const auto count =
        integer(database, "SELECT count(*) FROM questions WHERE generated_test_id = ?1", test_id);
    if (count >= static_cast<std::int64_t>(most_questions))
        return conflict("The test has " + std::to_string(most_questions) +
                        " questions, the most that a test can hold. Delete one first.");
    execute(database, "UPDATE generated_tests SET target_questions = max(target_questions, ?2) WHERE id = ?1",
            test_id, count + 1);
    const auto last =
        integer(database, "SELECT max(sort_order) FROM questions WHERE generated_test_id = ?1", test_id);
    return static_cast<int>(last) + 1;
}

const problem not_removed = not_found("This question can't be brought back any more.");

}  // namespace

std::optional<question_record> question_store::find(std::string_view test_id, std::string_view id) {
    auto question = find_question(database_, id);
    return question && question->test_id == test_id ? question : std::nullopt;
}

void question_store::write(const question_record& question, timestamp now) {
    const auto& content = question.content;
    execute(database_,
            "UPDATE questions SET question = ?2, options = ?3, correct_option = ?4, explanation = ?5, "
            "difficulty = ?6, topic_id = ?7, validation_result = ?8, quality_score = ?9, source_quote = ?10, "
            "source_page = ?11, document_id = nullif(nullif(?12, ''), (SELECT document_id FROM "
            "generated_tests WHERE id = questions.generated_test_id)), updated_at = ?13 WHERE id = ?1",
            question.id, content.stem, options_to_json(content.options),
            std::string(1, option_letter(content.correct)), content.explanation, to_string(content.level),
            topic_id_of(database_, content.topic_slug), question.validation_result, question.quality_score,
            content.source_quote, content.source_page, question.document_id, now);
    execute(database_, "UPDATE generated_tests SET updated_at = ?2 WHERE id = ?1", question.test_id, now);
}

question_record question_store::update(const question_record& question, std::optional<int> place,
                                       timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    write(question, now);
    if (place)
        put(question, *place, now);
    auto updated = find_question(database_, question.id).value();
    transaction.commit();
    return updated;
}

void question_store::move(const question_record& question, int to, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    put(question, to, now);
    transaction.commit();
}

void question_store::put(const question_record& question, int to, timestamp now) {
    if (to == question.sort_order)
        return;
    auto order = others(database_, question);
    const auto place = std::min(static_cast<std::size_t>(to) - 1, order.size());
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), question.id);
    set_order(database_, question.test_id, order);
    count_questions(database_, question.test_id, now);
}

std::optional<question_record> question_store::find_owned(std::string_view id, std::string_view user_id) {
    auto question = find_question(database_, id);
    const bool owned =
        question && exists(database_, "SELECT 1 FROM generated_tests WHERE id = ?1 AND user_id = ?2",
                           question->test_id, user_id);
    return owned ? question : std::nullopt;
}

bool question_store::reorder(std::string_view test_id, const std::vector<std::string>& ids, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    auto query = prepare(database_, "SELECT id FROM questions WHERE generated_test_id = ?1", test_id);
    std::vector<std::string> all;
    while (query.executeStep())
        all.push_back(query.getColumn(0).getString());
    query.reset();
    if (!std::ranges::is_permutation(all, ids))
        return false;
    set_order(database_, test_id, ids);
    count_questions(database_, test_id, now);
    transaction.commit();
    return true;
}

result<question_record> question_store::add(const generated_test_record& test,
                                            const question_record& question, std::optional<int> place,
                                            timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto last = grow(database_, test.id);
    if (!last)
        return last.error();
    const auto id = insert_question(database_, test.id, *last, question, now);
    count_questions(database_, test.id, now);
    if (place)
        put(find_question(database_, id).value(), *place, now);
    auto added = find_question(database_, id).value();
    transaction.commit();
    return added;
}

/// The best spare becomes a question, in the place of one that was taken out.
std::optional<question_record> question_store::take_spare(const question_record& removed, timestamp now) {
    auto best = prepare(database_,
                        "SELECT id FROM spare_questions WHERE generated_test_id = ?1 "
                        "ORDER BY sort_order LIMIT 1",
                        removed.test_id);
    if (!best.executeStep())
        return std::nullopt;
    const auto id = best.getColumn(0).getString();
    best.reset();
    execute(
        database_,
        std::string("INSERT INTO questions (id, generated_test_id, sort_order, created_at, updated_at, ") +
            content_columns + ") SELECT id, generated_test_id, ?2, ?3, ?3, " + content_columns +
            " FROM spare_questions WHERE id = ?1",
        id, removed.sort_order, now);
    execute(database_, "DELETE FROM spare_questions WHERE id = ?1", id);
    name_successor(database_, removed.id, id);
    return find_question(database_, id);
}

std::optional<question_store::removal> question_store::remove(std::string_view test_id, std::string_view id,
                                                              timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto question = find(test_id, id);
    if (!question)
        return std::nullopt;
    take_out(database_, id, now);
    removal removed{take_spare(*question, now)};
    if (!removed.replacement)
        set_order(database_, test_id, others(database_, *question));
    count_questions(database_, test_id, now);
    transaction.commit();
    return removed;
}

std::optional<question_record> question_store::replace_by_spare(std::string_view test_id, std::string_view id,
                                                                timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto question = find(test_id, id);
    if (!question)
        return std::nullopt;
    take_out(database_, id, now);
    auto replacement = take_spare(*question, now);
    if (!replacement)
        return std::nullopt;  // and the transaction is taken back
    count_questions(database_, test_id, now);
    transaction.commit();
    return replacement;
}

result<std::optional<question_record>> question_store::successor_of(std::string_view test_id,
                                                                    std::string_view removed_id) {
    const auto removed = find_removed(database_, test_id, removed_id);
    if (!removed)
        return not_removed;
    return find(test_id, removed->successor);
}

result<question_record> question_store::restore(std::string_view test_id, std::string_view removed_id,
                                                timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto removed = find_removed(database_, test_id, removed_id);
    if (!removed)
        return not_removed;
    if (const auto successor = find(test_id, removed->successor)) {
        take_out(database_, successor->id, now);
        name_successor(database_, successor->id, removed_id);
        put_back(database_, removed_id, successor->sort_order, now);
    } else {
        const auto last = grow(database_, test_id);
        if (!last)
            return last.error();
        put_back(database_, removed_id, *last, now);
        put(find(test_id, removed_id).value(), removed->sort_order, now);
    }
    count_questions(database_, test_id, now);
    auto restored = find(test_id, removed_id).value();
    transaction.commit();
    return restored;
}

void settle_replacement(SQLite::Database& database, std::string_view job_id, timestamp now) {
    auto job = prepare(database,
                       "SELECT q.id, q.generated_test_id, q.sort_order FROM generated_tests t "
                       "LEFT JOIN questions q ON q.id = t.replaces_question "
                       "WHERE t.id = ?1 AND t.replaces_question IS NOT NULL",
                       job_id);
    if (!job.executeStep())
        return;
    if (job.isColumnNull(0)) {  // the question has been deleted meanwhile
        execute(database, "DELETE FROM generated_tests WHERE id = ?1", job_id);
        return;
    }
    const auto replaced = job.getColumn(0).getString();
    const auto test_id = job.getColumn(1).getString();
    const int sort_order = job.getColumn(2).getInt();
    job.reset();
    execute(database,
            "UPDATE generated_tests SET "
            "estimated_input_tokens = coalesce(estimated_input_tokens, 0) + j.input, "
            "estimated_output_tokens = coalesce(estimated_output_tokens, 0) + j.output, "
            "estimated_cost_usd = estimated_cost_usd + j.cost FROM "
            "(SELECT estimated_input_tokens AS input, estimated_output_tokens AS output, "
            "estimated_cost_usd AS cost FROM generated_tests WHERE id = ?2) AS j WHERE id = ?1",
            test_id, job_id);
    auto made = prepare(database, "SELECT id FROM questions WHERE generated_test_id = ?1", job_id);
    if (!made.executeStep())
        return;
    const auto successor = made.getColumn(0).getString();
    made.reset();
    take_out(database, replaced, now);
    name_successor(database, replaced, successor);
    const std::string document =  // of the job, where it is not the test's
        ", document_id = (SELECT nullif(j.document_id, t.document_id) FROM generated_tests j, "
        "generated_tests t WHERE j.id = ?1 AND t.id = ?2)";
    execute(database,
            "UPDATE questions SET generated_test_id = ?2, sort_order = ?3" + document +
                " WHERE generated_test_id = ?1",
            job_id, test_id, sort_order);
    execute(database,
            "UPDATE spare_questions SET generated_test_id = ?2" + document + " WHERE generated_test_id = ?1",
            job_id, test_id);
    count_questions(database, test_id, now);
    execute(database, "DELETE FROM generated_tests WHERE id = ?1", job_id);
}

}  // namespace examwright

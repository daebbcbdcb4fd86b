#include "db/topic_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include "db/database.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

constexpr std::string_view catch_all = "general";  // where questions go whose topic goes

const problem no_such_topic = not_found("There is no such topic.");
const problem slug_taken = conflict("There is a topic with this slug already.");

topic_record read_topic(const SQLite::Statement& row) {
    return {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()};
}

std::optional<topic_record> find_topic(SQLite::Database& database, std::string_view id) {
    auto query = prepare(database, "SELECT id, slug, name FROM topic_list WHERE id = ?1", id);
    return query.executeStep() ? std::optional(read_topic(query)) : std::nullopt;
}

}  // namespace

std::vector<topic_record> topic_store::list() {
    auto query = prepare(database_, "SELECT id, slug, name FROM topic_list ORDER BY sort_order, slug");
    std::vector<topic_record> topics;
    while (query.executeStep())
        topics.push_back(read_topic(query));
    return topics;
}

result<topic_record> topic_store::create(std::string_view slug, std::string_view name, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (exists(database_, "SELECT 1 FROM topic_list WHERE slug = ?1", slug))
        return slug_taken;
    topic_record topic{new_id(), std::string(slug), std::string(name)};
    execute(database_,
            "INSERT INTO topic_list (id, slug, name, sort_order, created_at) "
            "SELECT ?1, ?2, ?3, coalesce(max(sort_order), 0) + 1, ?4 FROM topic_list",
            topic.id, slug, name, now);
    transaction.commit();
    return topic;
}

result<topic_record> topic_store::update(std::string_view id, std::optional<std::string> slug,
                                         std::optional<std::string> name) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    auto topic = find_topic(database_, id);
    if (!topic)
        return no_such_topic;
    if (slug && topic->slug == catch_all && *slug != catch_all)
        return conflict("The topic \"general\" keeps its slug.");
    if (slug && exists(database_, "SELECT 1 FROM topic_list WHERE slug = ?1 AND id <> ?2", *slug, id))
        return slug_taken;
    topic->slug = slug.value_or(topic->slug);
    topic->name = name.value_or(topic->name);
    execute(database_, "UPDATE topic_list SET slug = ?2, name = ?3 WHERE id = ?1", id, topic->slug,
            topic->name);
    transaction.commit();
    return std::move(*topic);
}

result<void> topic_store::remove(std::string_view id) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto topic = find_topic(database_, id);
    if (!topic)
        return no_such_topic;
    if (topic->slug == catch_all)
        return conflict("The topic \"general\" stays: questions without a topic of their own have it.");
    for (const char* table : {"questions", "spare_questions", "removed_questions"})
        execute(database_,
                std::string("UPDATE ") + table +
                    " SET topic_id = (SELECT id FROM topic_list WHERE slug = ?2) WHERE topic_id = ?1",
                id, catch_all);
    execute(database_, "DELETE FROM topic_list WHERE id = ?1", id);
    transaction.commit();
    return {};
}

}  // namespace examwright

#include "server/routes/topics.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <utility>

#include "core/document/document_text.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"
#include "db/topic_store.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/http/paging.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

constexpr std::size_t longest_slug = 64;   // as the column
constexpr std::size_t longest_name = 128;  // characters, as the column

json::object topic_json(const topic_record& topic) {
    return {{"id", topic.id}, {"slug", topic.slug}, {"name", topic.name}};
}

struct topic_input {
    std::optional<std::string> slug;
    std::optional<std::string> name;
};

result<topic_input> read_topic(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto slug = body->optional_text("slug");
    if (!slug)
        return slug.error();
    auto name = body->optional_text("name");
    if (!name)
        return name.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (*slug && ((*slug)->empty() || (*slug)->size() > longest_slug || !std::ranges::all_of(**slug, fits)))
        return invalid("slug must have 1 to 64 of the characters a-z, 0-9 and -");
    if (*name) {
        *name = std::string(trimmed(**name));
        if ((*name)->empty() || count_characters(**name) > longest_name)
            return invalid("name must have 1 to 128 characters");
    }
    return topic_input{std::move(*slug), std::move(*name)};
}

answer list(topic_routes_parts& parts, http_request& request) {
    const auto page = read_page(request, 100);
    if (!page)
        co_return problem_response(page.error());
    auto load = [](SQLite::Database& db) { return topic_store(db).list(); };
    auto all = co_await parts.database.run(std::move(load));
    const auto topics = cut_page(std::move(all), *page);
    json::array items;
    for (const auto& topic : topics.items)
        items.push_back(topic_json(topic));
    co_return json_response(200, json::object{{"items", std::move(items)}, {"total", topics.total}});
}

answer create(topic_routes_parts& parts, http_request& request) {
    const auto input = read_topic(request.body);
    if (!input)
        co_return problem_response(input.error());
    if (!input->slug || !input->name)
        co_return problem_response(invalid(input->slug ? "name is missing" : "slug is missing"));
    auto write = [input = *input, now = parts.now()](SQLite::Database& db) {
        return topic_store(db).create(*input.slug, *input.name, now);
    };
    const auto topic = co_await parts.database.run(std::move(write));
    co_return topic ? json_response(201, topic_json(*topic)) : problem_response(topic.error());
}

/// 404 goes before 400.
answer update(topic_routes_parts& parts, http_request& request) {
    auto write = [id = request.path_values[0],
                  text = std::move(request.body)](SQLite::Database& db) -> result<topic_record> {
        topic_store topics(db);
        const auto input = read_topic(text);
        if (input)
            return topics.update(id, input->slug, input->name);
        const auto unchanged = topics.update(id, std::nullopt, std::nullopt);
        return unchanged ? input.error() : unchanged.error();
    };
    const auto topic = co_await parts.database.run(std::move(write));
    co_return topic ? json_response(200, topic_json(*topic)) : problem_response(topic.error());
}

answer remove(topic_routes_parts& parts, http_request& request) {
    auto erase = [id = request.path_values[0]](SQLite::Database& db) { return topic_store(db).remove(id); };
    const auto removed = co_await parts.database.run(std::move(erase));
    co_return removed ? no_content() : problem_response(removed.error());
}

}  // namespace

std::vector<route> topic_routes(topic_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto admin = route_access::admin;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/topics", route_access::signed_in, small, "The topics of questions", with(list)},
        {verb::post, "/topics", admin, small, "Add a topic", with(create)},
        {verb::patch, "/topics/{id}", admin, small, "Rename a topic", with(update)},
        {verb::delete_, "/topics/{id}", admin, small, "Remove a topic; its questions become general",
         with(remove)},
    };
}

}  // namespace examwright

#include "db/anki/package.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <new>

#include "core/exports/labels.hpp"
#include "core/exports/safe_html.hpp"
#include "core/exports/zip_archive.hpp"
#include "core/text/stable_hash.hpp"
#include "db/anki/note_type.hpp"
#include "db/anki/schema.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

/// Anki's ids are times of creation in milliseconds, and it mends those of the future: ours are of 2001 to
/// 2017, told by the id.
std::int64_t anki_id(std::string_view id) {
    return 1'000'000'000'000 + static_cast<std::int64_t>(stable_hash(id) % 500'000'000'000);
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// "::" would make a deck within a deck.
std::string deck_name(std::string title) {
    replace_all(title, "::", ": :");
    return title;
}

/// Fields hold HTML; "[sound:...]" and "[latex]" are Anki's own.
std::string field(std::string_view text) {
    auto html = safe_html(text);
    replace_all(html, "[", "&#91;");
    return html;
}

anki_note_type note_type_for(const exported_test& test, const export_labels& labels) {
    const bool fits = std::ranges::all_of(
        test.questions, [](const question& each) { return each.options.size() <= narrow_note_type.options; });
    if (labels.page == "Page")
        return fits ? narrow_note_type : wide_note_type;
    return fits ? narrow_place_note_type : wide_place_note_type;
}

/// In the order of the note type's fields, parted by U+001F.
std::string fields(const question& question, const anki_note_type& type, const export_labels& labels) {
    std::string all = field(question.stem);
    for (std::size_t i = 0; i < type.options; ++i)
        all += '\x1F' + (i < question.options.size() ? field(question.options[i]) : std::string());
    all += std::string("\x1F") + option_letter(question.correct);
    all += '\x1F' + field(question.explanation) + '\x1F' + field(question.source_quote) + '\x1F';
    if (type.holds_place)
        return all + place_of(question, labels);
    return question.source_page ? all + std::to_string(*question.source_page) : all;
}

/// Tags are parted by blanks, and stand between blanks.
std::string tags(const question& question) {
    auto topic = question.topic_slug;
    replace_all(topic, " ", "_");
    return " difficulty::" + std::string(to_string(question.level)) +
           (topic.empty() ? "" : " topic::" + topic) + " ";
}

json::object deck(std::int64_t id, const std::string& name, std::int64_t changed_at) {
    const json::array today{0, 0};
    return {{"id", id},           {"name", name},
            {"mod", changed_at},  {"usn", -1},
            {"lrnToday", today},  {"revToday", today},
            {"newToday", today},  {"timeToday", today},
            {"collapsed", false}, {"browserCollapsed", false},
            {"desc", ""},         {"dyn", 0},
            {"conf", 1},          {"extendNew", 0},
            {"extendRev", 0}};
}

void insert_collection(SQLite::Database& collection, const exported_test& test, const anki_note_type& type,
                       std::int64_t changed_at) {
    const auto id = anki_id(test.id);
    const json::object note_types{{std::to_string(type.id), note_type_json(type, id)}};
    const json::object decks{{"1", deck(1, "Default", 0)},
                             {std::to_string(id), deck(id, deck_name(test.title), changed_at)}};
    execute(collection,
            "INSERT INTO col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags) "
            "VALUES (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')",
            changed_at, changed_at * 1000, anki_schema::configuration, json::serialize(note_types),
            json::serialize(decks), anki_schema::deck_options);
}

/// With one new card each, in the test's order.
void insert_notes(SQLite::Database& collection, const exported_test& test, const anki_note_type& type,
                  const export_labels& labels, std::int64_t changed_at) {
    const auto deck = anki_id(test.id);
    for (std::size_t i = 0; i < test.questions.size(); ++i) {
        const auto& question = test.questions[i];
        const auto place = static_cast<std::int64_t>(i) + 1;
        const auto id = deck + place;
        execute(collection,
                "INSERT INTO notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data) "
                "VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, 0, 0, '')",
                id, test.ids[i], type.id, changed_at, tags(question), fields(question, type, labels),
                question.stem);
        execute(
            collection,
            "INSERT INTO cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, "
            "left, odue, odid, flags, data) VALUES (?1, ?1, ?2, 0, ?3, -1, 0, 0, ?4, 0, 0, 0, 0, 0, 0, 0, "
            "0, '')",
            id, deck, changed_at, place);
    }
}

std::string bytes_of(SQLite::Database& database) {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
        sqlite3_serialize(database.getHandle(), "main", &size, 0), sqlite3_free);
    if (!bytes)
        throw std::bad_alloc();
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

}  // namespace

std::string write_anki(const exported_test& test) {
    const auto changed_at =
        std::chrono::floor<std::chrono::seconds>(test.updated_at).time_since_epoch().count();
    SQLite::Database collection(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Transaction transaction(collection);
    collection.exec(anki_schema::tables);
    const auto labels = labels_of(test);
    const auto type = note_type_for(test, labels);
    insert_collection(collection, test, type, changed_at);
    insert_notes(collection, test, type, labels, changed_at);
    transaction.commit();
    return zip_archive({{"collection.anki2", bytes_of(collection)}, {"media", "{}"}});
}

}  // namespace examwright

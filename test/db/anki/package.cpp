#include "db/anki/package.hpp"

#include <SQLiteCpp/Database.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "db/statement.hpp"
#include "test/support/nasty_test.hpp"
#include "test/support/temporary_folder.hpp"
#include "test/support/zip_reader.hpp"

namespace json = boost::json;
using namespace examwright;

BOOST_AUTO_TEST_SUITE(package)

namespace {

/// The collection in a package, as a file, which is what Anki makes of it.
struct opened_package {
    explicit opened_package(const std::string& bytes) {
        std::ofstream(file, std::ios::binary) << test::file_in_zip(bytes, "collection.anki2");
        database.emplace(file.string());
    }

    std::string text(const std::string& sql) { return database->execAndGet(sql).getString(); }
    json::value parsed(const std::string& sql) { return json::parse(text(sql)); }

    test::temporary_folder folder;
    std::filesystem::path file = folder.path() / "collection.anki2";
    std::optional<SQLite::Database> database;
};

std::vector<std::string> fields_of(const std::string& joined) {
    std::vector<std::string> fields(1);
    for (const char each : joined) {
        if (each == '\x1F')
            fields.emplace_back();
        else
            fields.back() += each;
    }
    return fields;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_note_has_each_text_as_html_in_its_field) {
    opened_package package(write_anki(test::nasty_test()));
    const auto first = fields_of(package.text("SELECT flds FROM notes ORDER BY id LIMIT 1"));
    BOOST_REQUIRE_EQUAL(first.size(), 10u);
    BOOST_TEST(first[0].starts_with("Is &lt;b&gt;x&lt;/b&gt; &amp; \"y\" 'z'<br>in {{A}} ~"));
    BOOST_TEST(first[1] == "]]&gt; &#91;sound:a.mp3]");  // no sound
    BOOST_TEST(first[3] == "النهر (river)");
    BOOST_TEST(first[5] == "");
    BOOST_TEST(first[6] == "C");
    BOOST_TEST(first[8] == "He said: &lt;no&gt;.");
    BOOST_TEST(first[9] == "7");
    const auto second = fields_of(package.text("SELECT flds FROM notes ORDER BY id DESC LIMIT 1"));
    BOOST_REQUIRE_EQUAL(second.size(), 10u);
    BOOST_TEST(second[5] == "5");
    BOOST_TEST(second[6] == "E");
    BOOST_TEST(second[7] + second[8] + second[9] == "");
    BOOST_TEST(package.text("SELECT tags FROM notes ORDER BY id LIMIT 1") ==
               " difficulty::hard topic::history ");
}

BOOST_AUTO_TEST_CASE(a_card_a_note_in_a_deck_of_the_test) {
    opened_package package(write_anki(test::nasty_test()));
    BOOST_TEST(package.text("SELECT count(*) FROM cards JOIN notes ON notes.id = cards.nid") == "2");
    const auto decks = package.parsed("SELECT decks FROM col");
    const auto& deck = decks.at(package.text("SELECT did FROM cards LIMIT 1"));
    BOOST_TEST(deck.at("name").as_string() == "A: :B & <C>");  // and no deck within a deck
    BOOST_TEST(package.text("SELECT group_concat(due) FROM cards") == "1,2");
    BOOST_TEST(package.text("PRAGMA integrity_check") == "ok");
    for (const auto* column : {"conf", "dconf", "tags"})
        BOOST_TEST(package.parsed(std::string("SELECT ") + column + " FROM col").is_object());
}

BOOST_AUTO_TEST_CASE(the_note_type_is_its_field_and_its_templates) {
    opened_package package(write_anki(test::nasty_test()));
    const auto types = package.parsed("SELECT models FROM col");
    const auto& type = types.at(package.text("SELECT mid FROM notes LIMIT 1"));
    BOOST_TEST(type.at("flds").as_array().size() == 10u);
    BOOST_TEST(json::serialize(type.at("req")) == R"([[0,"any",[0]]])");
    const auto& card = type.at("tmpls").as_array().at(0);
    for (const auto* side : {"qfmt", "afmt"})
        for (const auto& field : type.at("flds").as_array()) {
            const std::string name(field.at("name").as_string());
            const bool shown = card.at(side).as_string().find("{{" + name + "}}") != std::string::npos;
            const bool answers = name == "Key" || name == "Explanation" || name == "Quote" || name == "Page";
            BOOST_TEST(shown == (side == std::string("afmt") || !answers), name + " in " + side);
        }
}

BOOST_AUTO_TEST_CASE(ten_options_have_a_note_type_of_their_own) {
    auto test = test::nasty_test();
    test.questions[1].options = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    test.questions[1].correct = 9;
    opened_package package(write_anki(test));
    const auto fields = fields_of(package.text("SELECT flds FROM notes ORDER BY id DESC LIMIT 1"));
    BOOST_REQUIRE_EQUAL(fields.size(), 15u);
    BOOST_TEST(fields[10] == "9");
    BOOST_TEST(fields[11] == "J");
    opened_package narrow(write_anki(test::nasty_test()));
    const std::string type = "SELECT mid FROM notes LIMIT 1";
    BOOST_TEST(package.text(type) != narrow.text(type));
}

BOOST_AUTO_TEST_CASE(a_card_has_one_direction) {
    opened_package package(write_anki(test::nasty_test()));
    const auto types = package.parsed("SELECT models FROM col");
    const auto& type = types.at(package.text("SELECT mid FROM notes LIMIT 1"));
    for (const auto* side : {"qfmt", "afmt"}) {
        const std::string html(type.at("tmpls").as_array().at(0).at(side).as_string());
        BOOST_TEST(html.find("dir=") == html.rfind("dir="), side);
    }
}

BOOST_AUTO_TEST_CASE(a_place_that_is_no_page_is_named_in_full) {
    auto test = test::nasty_test();
    test.page_name = "slide";
    opened_package package(write_anki(test));
    BOOST_TEST(fields_of(package.text("SELECT flds FROM notes ORDER BY id LIMIT 1"))[9] == "Slide 7");
    const auto types = package.parsed("SELECT models FROM col");
    const auto& type = types.at(package.text("SELECT mid FROM notes LIMIT 1"));
    const std::string answer(type.at("tmpls").as_array().at(0).at("afmt").as_string());
    BOOST_TEST(answer.find("{{Page}}") != answer.npos);
    BOOST_TEST(answer.find("Page {{Page}}") == answer.npos);
}

BOOST_AUTO_TEST_CASE(identities_stay_whatever_was_deleted_or_edited) {
    const auto before = test::nasty_test();
    auto after = before;
    after.questions.erase(after.questions.begin());
    after.ids.erase(after.ids.begin());
    after.questions[0].stem = "Another stem";
    after.updated_at += std::chrono::seconds(5);
    opened_package first(write_anki(before));
    opened_package second(write_anki(after));
    const std::string note = "SELECT guid FROM notes ORDER BY id DESC LIMIT 1";
    BOOST_TEST(first.text(note) == before.ids[1]);
    BOOST_TEST(second.text(note) == before.ids[1]);
    BOOST_TEST(first.text("SELECT did FROM cards") == second.text("SELECT did FROM cards"));
    BOOST_TEST(first.text("SELECT mod FROM notes") == "1700000000");
    BOOST_TEST(second.text("SELECT mod FROM notes") == "1700000005");  // newer: Anki takes it over
    BOOST_TEST((write_anki(before) == write_anki(before)));
}

BOOST_AUTO_TEST_SUITE_END()

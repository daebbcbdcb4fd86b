#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include "test/support/sample_text.hpp"
#include "test/support/server_with_set.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(imports)

BOOST_AUTO_TEST_CASE(an_imported_test_is_a_test_like_others) {
    server_with_set with;
    auto& api = with.server.api();
    BOOST_TEST(text(with.test, "status") == "completed");
    BOOST_TEST(text(with.test, "model") == "imported");
    BOOST_TEST(text(with.test, "title") == "Rivers: / नदी");
    BOOST_TEST(api.get("/tests").json().at("total").as_int64() == 1);
    BOOST_TEST(api.get("/documents").json().at("total").as_int64() == 0);
    BOOST_TEST(text(with.server.status(with.id), "message") == "3 of 3 questions created");
    const auto shown = api.get("/tests/" + with.id).json();
    const auto& first = shown.at("questions").as_array()[0].as_object();
    for (const char* field : {"question", "options", "correct_option", "explanation", "difficulty",
                              "source_quote", "source_page"})
        BOOST_TEST((first.at(field) == question(1).at(field)), field);
    const auto path = "/tests/" + with.id + "/questions/" + text(first, "id");
    const auto edit = api.request("PATCH", path, {{"Content-Type", "application/json"}},
                                  json::serialize(json::object{{"correct_option", "A"}}));
    BOOST_TEST(edit.status == 200);
    BOOST_TEST(api.post(path + "/regenerate", json::object{}).status == 409);
    BOOST_TEST(api.request("DELETE", "/tests/" + with.id).status == 204);
    BOOST_TEST(api.get("/tests").json().at("total").as_int64() == 0);
}

BOOST_AUTO_TEST_CASE(json_of_other_shapes_is_read) {
    server_with_set with;
    const auto post = [&](const std::string& body) {
        return with.server.api().request("POST", "/tests/import", {{"Content-Type", "application/json"}},
                                         body);
    };
    const std::string one = R"({"question": "Which?", "options": ["x", "y"], "answer": "y"})";
    for (const auto& body : {"[" + one + "]", one + "\n" + one + "\n", R"({"results": [)" + one + "]}",
                             R"({"quiz": {"name": "Q", "items": [)" + one + "]}}"}) {
        const auto reply = post(body);
        BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
        const auto id = text(reply.json().as_object(), "id");
        const auto first = with.server.api().get("/tests/" + id).json().at("questions").as_array().at(0);
        BOOST_TEST(text(first.as_object(), "correct_option") == "B");
    }
    for (const auto& body : {"[" + one + ", " + one, one + "\n{\"question\": \"Wh", std::string("[]"),
                             std::string(R"({"a": 1})")})
        BOOST_TEST(post(body).status == 400, body);
}

BOOST_AUTO_TEST_CASE(five_hundred_questions_fit_and_no_more) {
    server_with_set with;
    auto longest = set_of(20);
    const std::string long_text(4000, 'x');
    for (auto& each : longest["questions"].as_array()) {
        auto& parts = each.as_object();
        parts["explanation"] = parts["source_quote"] = long_text;
        auto& options = parts["options"].as_object();
        for (const char* letter : {"A", "B", "C", "D"})
            options[letter] = long_text.substr(1) + letter;
    }
    with.imported(longest);
    const auto most = with.imported(set_of(501));
    BOOST_TEST(most.at("questions_generated").as_int64() == 500);
    const auto& left_out = most.at("left_out").as_array();
    BOOST_REQUIRE(left_out.size() == 1u);
    BOOST_TEST(text(left_out[0].as_object(), "reason") == "a test holds 500 questions at most");
    const auto flood = with.import({{"content", std::string(16'000'001, 'x')}});
    BOOST_TEST(flood.status == 413);
    BOOST_TEST(detail_of(flood).find("larger than 16 MB") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_bad_import_names_what_is_wrong_and_keeps_nothing) {
    server_with_set with;
    const auto set_with = [](const char* field, json::value value) {
        auto set = set_of(1);
        set["questions"].as_array()[0].as_object()[field] = std::move(value);
        return set;
    };
    const struct {
        json::value body;
        const char* says;
    } cases[] = {
        {json::array{}, "The request's body must be a JSON object."},
        {{{"title", "x"}}, "questions is missing"},
        {{{"questions", 3}}, "questions must be a list"},
        {{{"questions", json::array{}}}, "There are no questions in it."},
        {{{"questions", json::array{3}}},
         "None of its questions can be imported. Question 1: it must be an object."},
        {{{"content", 3}}, "content must be text"},
        {{{"content", "x"}}, "format must be one of json, gift"},
        {{{"content", "x"}, {"format", "pdf"}}, "format must be one of json, gift"},
        {{{"content", "x"}, {"format", "csv"}}, "No line of it names the columns."},
        {{{"content", "x"}, {"format", "json"}}, "content is no exported test"},
        {{{"content", "\nWhat {T}"}, {"format", "gift"}},
         "None of its questions can be imported. Line 2: it is true or false"},
        {{{"title", std::string(301, 'x')}, {"questions", json::array{}}}, "title must have at most 300"},
        {set_with("question", " "), "Question 1: question is empty."},
        {set_with("options", json::object{{"A", "1"}}), "Question 1: options.B is missing."},
        {set_with("options", json::object{{"A", "\x01"}, {"B", "b"}, {"C", "c"}}),
         "Question 1: options.A is empty."},
        {set_with("correct_option", "E"), "Question 1: correct_option must be"},
        {set_with("difficulty", "brutal"), "Question 1: difficulty must be"},
        {set_with("topic", 7), "Question 1: topic must be text."},
        {set_with("source_page", 0), "Question 1: source_page must be"},
    };
    for (const auto& [body, says] : cases) {
        const auto reply = with.import(body);
        BOOST_TEST(reply.status == 400, says);
        BOOST_TEST(detail_of(reply).find(says) != std::string::npos, detail_of(reply));
    }
    BOOST_TEST(with.server.api().get("/tests").json().at("total").as_int64() == 1);
}

BOOST_AUTO_TEST_CASE(an_import_keeps_what_it_can_read_and_says_what_it_left_out) {
    server_with_set with;
    const json::object gift{
        {"format", "gift"},
        {"content",
         "Read.\n\n::Q1::Sky {=blue ~red}\n\n::Q2::Why?{}\n\nPick {~a ~=b ~c ~d ~e ~f ~g ~h ~i ~j}"}};
    const auto test = with.imported(gift);
    BOOST_TEST(test.at("questions_generated").as_int64() == 2);
    BOOST_TEST(
        json::serialize(test.at("left_out")) ==
        "[{\"line\":1,\"name\":\"\",\"reason\":\"it is a text without a question\"},"
        "{\"line\":5,\"name\":\"Q2\",\"reason\":\"it is an essay; only multiple choice with one right answer "
        "can be imported\"}]");
    const auto last =
        with.server.api().get("/tests/" + text(test, "id")).json().at("questions").as_array()[1];
    BOOST_TEST(last.at("options").as_object().size() == 10u);
    BOOST_TEST(text(last.as_object(), "correct_option") == "B");
    auto mixed = set_of(30);
    mixed["questions"].as_array()[4].as_object()["options"] = nullptr;
    const auto most = with.imported(mixed);
    BOOST_TEST(most.at("questions_generated").as_int64() == 29);
    BOOST_TEST(text(most.at("left_out").as_array()[0].as_object(), "name") == "Question 5");
}

BOOST_AUTO_TEST_CASE(a_file_can_be_sent_in_a_form_and_is_known_by_its_content) {
    server_with_set with;
    const auto send = [&](const std::string& file, const std::string& others = "") {
        const std::string body =
            others + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n" + file +
            "\r\n--b--\r\n";
        return with.server.api().request("POST", "/tests/import",
                                         {{"Content-Type", "multipart/form-data; boundary=b"}}, body);
    };
    const std::string title = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nMine\r\n";
    for (const char* format : {"gift", "moodle-xml", "csv", "json"}) {
        const auto reply = send(with.exported(with.id, format).body, title);
        BOOST_REQUIRE_MESSAGE(reply.status == 201, format << reply.body);
        BOOST_TEST(reply.json().at("questions_generated").as_int64() == 3);
        BOOST_TEST(text(reply.json().as_object(), "title") == "Mine");
        const auto id = text(reply.json().as_object(), "id");
        BOOST_TEST(with.exported(id, "markdown").body.size() > 0u);
    }
    for (const char* format : {"qti", "canvas", "docx"}) {
        const auto reply = send(with.exported(with.id, format).body);
        BOOST_REQUIRE_MESSAGE(reply.status == 201, format << reply.body);
        const auto questions = with.server.api().get("/tests/" + text(reply.json().as_object(), "id")).json();
        BOOST_REQUIRE(questions.at("questions").as_array().size() == 3u);
        const auto& third = questions.at("questions").as_array()[2].as_object();
        for (const char* field : {"question", "options", "correct_option"})
            BOOST_TEST((third.at(field) == question(3).at(field)), format << field);
    }
    BOOST_TEST(send("PK\x03\x04 and no more").status == 400);
    BOOST_TEST(send("").status == 400);
    BOOST_TEST(
        send("Q {=a ~b}", "--b\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\npdf\r\n").status ==
        400);
}

BOOST_AUTO_TEST_CASE(five_hundred_questions_come_back_from_our_own_archives) {
    server_with_set with;
    const auto id = text(with.imported(set_of(500)), "id");
    for (const char* format : {"qti", "canvas", "docx"}) {
        const std::string body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n" +
            with.exported(id, format).body + "\r\n--b--\r\n";
        const auto reply = with.server.api().request(
            "POST", "/tests/import", {{"Content-Type", "multipart/form-data; boundary=b"}}, body);
        BOOST_REQUIRE_MESSAGE(reply.status == 201, format << reply.body);
        BOOST_TEST(reply.json().at("questions_generated").as_int64() == 500, format);
    }
}

BOOST_AUTO_TEST_CASE(a_file_in_another_encoding_is_read_and_never_garbled) {
    server_with_set with;
    const auto send = [&](const std::string& file) {
        const std::string body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n" + file +
            "\r\n--b--\r\n";
        return with.server.api().request("POST", "/tests/import",
                                         {{"Content-Type", "multipart/form-data; boundary=b"}}, body);
    };
    const std::pair<std::string, std::string> files[] = {
        {"Frage;A;B;C;Richtig\r\nWie hei\xDFt die gr\xF6\xDFte Stadt?;M\xFCnchen;K\xF6ln;Berlin;C\r\n",
         "Wie heißt die größte Stadt?"},
        {"::P:: \xBF"
         "Cu\xE1l es la capital de Espa\xF1"
         "a? {=Madrid ~C\xE1"
         "diz ~Le\xF3n}\n",
         "¿Cuál es la capital de España?"},
        {"\xCA\xE0\xEA\xEE\xE9 \xE3\xEE\xF0\xEE\xE4 \xFF\xE2\xEB\xFF\xE5\xF2\xF1\xFF "
         "\xF1\xF2\xEE\xEB\xE8\xF6\xE5\xE9? {=\xCC\xEE\xF1\xEA\xE2\xE0 ~\xCA\xE8\xE5\xE2}\n",
         "Какой город является столицей?"}};
    for (const auto& [file, stem] : files) {
        const auto reply = send(file);
        BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
        const auto test = with.server.api().get("/tests/" + text(reply.json().as_object(), "id")).json();
        BOOST_TEST(text(test.at("questions").as_array()[0].as_object(), "question") == stem);
    }
    const auto polish = send(
        "<?xml version='1.0' encoding='ISO-8859-2'?><quiz><question type='multichoice'><questiontext>"
        "<text>\xBF\xF3\xB3\xE6?</text></questiontext><answer fraction='100'><text>\xB3</text></answer>"
        "<answer fraction='0'><text>b</text></answer></question></quiz>");
    BOOST_REQUIRE_MESSAGE(polish.status == 201, polish.body);
    const auto test = with.server.api().get("/tests/" + text(polish.json().as_object(), "id")).json();
    BOOST_TEST(text(test.at("questions").as_array()[0].as_object(), "question") == "żółć?");
    std::string damaged;
    for (int i = 0; i < 20; ++i)
        damaged += "Wie groß ist München? {=groß ~klein}\n\n";
    const auto refused = send(damaged + "Ob \xFF wei\xC3\x9F ist? {=ja ~nein}\n");
    BOOST_TEST(refused.status == 400);
    BOOST_TEST(detail_of(refused).find("UTF-8") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

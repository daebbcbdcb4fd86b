#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(exports)

namespace {

json::object question(int number) {
    return {{"question", "Which is {longest} = number " + std::to_string(number) + "?"},
            {"options", json::object{{"A", "Nile"}, {"B", "-> Rhine"}, {"C", "नदी"}, {"D", "\"Oder\""}}},
            {"correct_option", "C"},
            {"explanation", "By\nfar."},
            {"difficulty", "hard"},
            {"topic", "geography"},
            {"source_quote", "It is."},
            {"source_page", 3}};
}

json::object set_of(int questions) {
    json::array list;
    for (int i = 1; i <= questions; ++i)
        list.push_back(question(i));
    return {{"title", "Rivers: / नदी"}, {"questions", std::move(list)}};
}

struct server_with_set {
    installation server{"", {{"EXAMWRIGHT_REGISTRATION", "open"}}};
    json::object test = imported(set_of(3));
    std::string id = text(test, "id");

    http_reply import(const json::value& body) { return server.api().post("/tests/import", body); }
    json::object imported(const json::value& body) {
        const auto reply = import(body);
        BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
        return reply.json().as_object();
    }
    http_reply exported(const std::string& exported_id, const std::string& format) {
        return server.api().get("/tests/" + exported_id + "/export?format=" + format);
    }
    void become_a_stranger() {
        auto& api = server.api();
        const json::object account{{"email", "stranger@example.org"}, {"password", "another horse"}};
        BOOST_REQUIRE(api.post("/auth/register", account).status == 201);
        api.token = text(api.post("/auth/login", account).json().as_object(), "access_token");
    }
};

std::string detail(const http_reply& reply) {
    return text(reply.json().as_object(), "detail");
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_format_is_a_file_with_a_name) {
    server_with_set with;
    const struct {
        const char* format;
        const char* media_type;
        const char* ending;
    } formats[] = {
        {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
        {"gift", "text/plain; charset=utf-8", "gift"},
        {"moodle-xml", "application/xml", "xml"},
        {"qti", "application/zip", "zip"},
        {"anki", "application/octet-stream", "apkg"},
        {"csv", "text/csv; charset=utf-8", "csv"},
        {"markdown", "text/markdown; charset=utf-8", "md"},
        {"json", "application/json", "json"},
        {"html", "text/html; charset=utf-8", "html"},
        {"canvas", "application/zip", "zip"},
        {"blackboard", "text/plain; charset=utf-8", "txt"},
        {"brightspace", "text/csv; charset=utf-8", "csv"},
        {"kahoot", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
        {"wayground", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
        {"blooket", "text/csv; charset=utf-8", "csv"},
        {"google-forms", "text/plain; charset=utf-8", "txt"},
        {"aiken", "text/plain; charset=utf-8", "txt"},
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
        {"latex", "application/x-tex", "tex"},
    };
    for (const auto& [format, media_type, ending] : formats) {
        const auto reply = with.exported(with.id, format);
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        BOOST_TEST(reply.headers.at("content-type") == media_type);
        BOOST_TEST(reply.headers.at("content-disposition") ==
                   std::string("attachment; filename=\"Rivers- - ___.") + ending +
                       "\"; filename*=UTF-8''Rivers-%20-%20%E0%A4%A8%E0%A4%A6%E0%A5%80." + ending);
        BOOST_TEST(reply.body.size() > 150u);
        const auto head = with.server.api().request("HEAD", "/tests/" + with.id + "/export?format=" + format);
        BOOST_TEST(head.status == 200);
        BOOST_TEST(head.headers.at("content-type") == media_type);
    }
    const auto page = with.exported(with.id, "html");
    BOOST_TEST(page.headers.at("content-security-policy").starts_with("default-src 'none'; style-src"));
    const auto document = with.server.api().request("POST", "/tests/" + with.id + "/export");
    BOOST_TEST(document.status == 200);
    BOOST_TEST(document.body == with.exported(with.id, "docx").body);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_exported_says_why) {
    server_with_set with;
    for (const char* query : {"", "?format=", "?format=pdf", "?formats=gift"}) {
        const auto reply = with.server.api().get("/tests/" + with.id + "/export" + query);
        BOOST_TEST(reply.status == 400);
        BOOST_TEST(
            detail(reply) ==
            "format must be one of docx, html, moodle-xml, gift, canvas, qti, blackboard, brightspace, "
            "kahoot, wayground, blooket, google-forms, anki, aiken, xlsx, csv, latex, markdown, json");
    }
    const auto questions = with.server.api().get("/tests/" + with.id).json().at("questions").as_array();
    for (const auto& each : questions)
        with.server.api().request("DELETE",
                                  "/tests/" + with.id + "/questions/" + text(each.as_object(), "id"));
    const auto empty = with.exported(with.id, "gift");
    BOOST_TEST(empty.status == 409);
    BOOST_TEST(detail(empty) == "The test has no questions; there is nothing to export.");

    BOOST_TEST(with.exported("00000000-0000-4000-8000-000000000000", "pdf").status == 404);
    with.become_a_stranger();
    BOOST_TEST(with.exported(with.id, "gift").status == 404);
    BOOST_TEST(with.server.api().request("POST", "/tests/" + with.id + "/export").status == 404);
    with.server.api().token.clear();
    BOOST_TEST(with.exported(with.id, "gift").status == 401);
}

BOOST_AUTO_TEST_CASE(a_test_that_is_still_made_cannot_be_exported) {
    simulator_process simulator(0, "hang:write");
    installation server(simulator.url());
    const auto id = server.start_test(server.add_document(sample_text(8)), 3);
    const auto reply = server.api().get("/tests/" + id + "/export?format=gift");
    BOOST_TEST(reply.status == 409);
    BOOST_TEST(detail(reply).find("still being generated") != std::string::npos);
    server.api().request("POST", "/tests/" + id + "/cancel");
}

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

BOOST_AUTO_TEST_CASE(exports_come_back_the_same) {
    server_with_set with;
    const auto before = with.exported(with.id, "json").body;
    const auto again = with.imported(json::parse(before));
    BOOST_TEST(with.exported(text(again, "id"), "json").body == before);
    const auto gift = with.exported(with.id, "gift").body;
    const auto from_gift = with.imported({{"format", "gift"}, {"content", gift}});
    BOOST_TEST(text(from_gift, "title") == "Rivers: / नदी");
    BOOST_TEST(with.exported(text(from_gift, "id"), "gift").body == gift);
    const auto renamed = with.imported({{"format", "json"}, {"content", before}, {"title", "Mine"}});
    BOOST_TEST(text(renamed, "title") == "Mine");
    const auto untitled = with.imported({{"questions", json::array{question(1)}}});
    BOOST_TEST(text(untitled, "title") == "Imported test");
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

BOOST_AUTO_TEST_CASE(a_place_keeps_the_name_of_its_pages) {
    server_with_set with;
    auto set = set_of(1);
    set["page_name"] = "slide";
    const auto slides = with.imported(set);
    const auto id = text(slides, "id");
    const std::string questions_path = "/tests/" + id;
    BOOST_TEST(with.exported(id, "html").body.find("Slide 3") != std::string::npos);
    BOOST_TEST(with.exported(id, "html").body.find("Page 3") == std::string::npos);
    BOOST_TEST(text(json::parse(with.exported(id, "json").body).as_object(), "page_name") == "slide");
    const auto question_id =
        text(with.server.api().get(questions_path).json().at("questions").as_array().at(0).as_object(), "id");
    const auto composed = with.server.api().post(
        "/tests", json::object{{"title", "Mine"}, {"question_ids", json::array{json::string(question_id)}}});
    BOOST_REQUIRE_MESSAGE(composed.status == 201, composed.body);
    BOOST_TEST(with.exported(text(composed.json().as_object(), "id"), "markdown").body.find("Slide 3") !=
               std::string::npos);
    set["page_name"] = "../x";
    BOOST_TEST(with.exported(text(with.imported(set), "id"), "html").body.find("Page 3") !=
               std::string::npos);
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
    BOOST_TEST(detail(flood).find("larger than 16 MB") != std::string::npos);
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
        BOOST_TEST(detail(reply).find(says) != std::string::npos, detail(reply));
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

BOOST_AUTO_TEST_CASE(what_goes_beyond_a_target_is_told_question_by_question) {
    server_with_set with;
    auto set = set_of(3);
    auto& options = set["questions"].as_array()[1].as_object()["options"].as_object();
    options["E"] = "fifth";
    const auto id = text(with.imported(set), "id");
    const auto refused = with.exported(id, "kahoot");
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(detail(refused).starts_with("Question 2 has 5 options; Kahoot takes 4. "));
    const auto rest = with.server.api().get("/tests/" + id + "/export?format=kahoot&leave_out=true");
    BOOST_TEST(rest.status == 200);
    BOOST_TEST(rest.headers.at("examwright-left-out") == "2");
    BOOST_TEST(with.exported(id, "wayground").status == 200);
    BOOST_TEST(with.server.api().get("/tests/" + id + "/export?format=kahoot&leave_out=1").status == 400);
    const auto formats = with.server.api().get("/exports").json().at("items").as_array();
    BOOST_TEST(formats.size() == 19u);
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
    BOOST_TEST(detail(refused).find("UTF-8") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

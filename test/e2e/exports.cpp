#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include "test/support/sample_text.hpp"
#include "test/support/server_with_set.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(exports)

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
            detail_of(reply) ==
            "format must be one of docx, html, moodle-xml, gift, canvas, qti, blackboard, brightspace, "
            "kahoot, wayground, blooket, google-forms, anki, aiken, xlsx, csv, latex, markdown, json");
    }
    const auto questions = with.server.api().get("/tests/" + with.id).json().at("questions").as_array();
    for (const auto& each : questions)
        with.server.api().request("DELETE",
                                  "/tests/" + with.id + "/questions/" + text(each.as_object(), "id"));
    const auto empty = with.exported(with.id, "gift");
    BOOST_TEST(empty.status == 409);
    BOOST_TEST(detail_of(empty) == "The test has no questions; there is nothing to export.");

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
    BOOST_TEST(detail_of(reply).find("still being generated") != std::string::npos);
    server.api().request("POST", "/tests/" + id + "/cancel");
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

BOOST_AUTO_TEST_CASE(what_goes_beyond_a_target_is_told_question_by_question) {
    server_with_set with;
    auto set = set_of(3);
    auto& options = set["questions"].as_array()[1].as_object()["options"].as_object();
    options["E"] = "fifth";
    const auto id = text(with.imported(set), "id");
    const auto refused = with.exported(id, "kahoot");
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(detail_of(refused).starts_with("Question 2 has 5 options; Kahoot takes 4. "));
    const auto rest = with.server.api().get("/tests/" + id + "/export?format=kahoot&leave_out=true");
    BOOST_TEST(rest.status == 200);
    BOOST_TEST(rest.headers.at("examwright-left-out") == "2");
    BOOST_TEST(with.exported(id, "wayground").status == 200);
    BOOST_TEST(with.server.api().get("/tests/" + id + "/export?format=kahoot&leave_out=1").status == 400);
    const auto formats = with.server.api().get("/exports").json().at("items").as_array();
    BOOST_TEST(formats.size() == 19u);
}

BOOST_AUTO_TEST_SUITE_END()

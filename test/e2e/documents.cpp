#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "test/support/installation.hpp"
#include "test/support/raw_client.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(documents)

namespace {

std::string detail(const http_reply& reply) {
    return text(reply.json().as_object(), "detail");
}

}  // namespace

BOOST_AUTO_TEST_CASE(pasted_text_becomes_a_document) {
    installation server("");
    const auto reply =
        server.api().post("/documents", json::object{{"title", "My notes"}, {"text", sample_text(3)}});
    BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
    const auto document = reply.json().as_object();
    BOOST_TEST(text(document, "source_type") == "pasted_text");
    BOOST_TEST(text(document, "title") == "My notes");
    const auto id = text(document, "id");
    BOOST_TEST(server.wait_for_document(id) == "ready");
    const auto read = server.api().get("/documents/" + id).json().as_object();
    BOOST_TEST(text(read, "extracted_text").substr(0, 200) == sample_text(3).substr(0, 200));
    BOOST_TEST(text(server.wait_for_test(server.start_test(id, 3)), "status") == "completed");
}

BOOST_AUTO_TEST_CASE(bad_pastes_are_told) {
    installation server("", {{"EXAMWRIGHT_MAX_CHARACTERS", "1000"}});
    const auto paste = [&](const json::value& body) { return server.api().post("/documents", body); };
    BOOST_TEST(detail(paste(json::object{{"title", "x"}})) == "text is missing");
    BOOST_TEST(detail(paste(json::object{{"text", " \n"}})) == "text is empty");
    BOOST_TEST(detail(paste(json::object{{"text", 7}})) == "text must be text");
    BOOST_TEST(paste(json::array{}).status == 400);
    for (const auto length : {1001u, 900'000u}) {
        const auto reply = paste(json::object{{"text", std::string(length, 'x')}});
        BOOST_TEST(reply.status == 413);
        BOOST_TEST(detail(reply).find("1000 characters") != std::string::npos);
    }
    BOOST_TEST(server.api().get("/documents").json().at("total").as_int64() == 0);
    BOOST_TEST(std::filesystem::is_empty(server.data() / "uploads"));
}

BOOST_AUTO_TEST_CASE(a_quota_of_documents_and_of_bytes_is_kept) {
    installation server("", {{"EXAMWRIGHT_MAX_DOCUMENTS", "2"}, {"EXAMWRIGHT_MAX_BYTES", "20000"}});
    const auto first = server.add_document(sample_text(3));
    const auto big = server.api().upload("/documents/upload", "big.txt", sample_text(12));
    BOOST_TEST(big.status == 413);
    BOOST_TEST(detail(big).find("20 kB") != std::string::npos, detail(big));
    BOOST_TEST(server.api().post("/documents", json::object{{"text", sample_text(12)}}).status == 413);
    server.add_document(sample_text(2), "second.txt");
    const auto third = server.api().upload("/documents/upload", "third.txt", sample_text(1));
    BOOST_TEST(third.status == 409);
    BOOST_TEST(detail(third).find("2 documents") != std::string::npos);
    BOOST_TEST(server.api().post("/documents", json::object{{"text", "x"}}).status == 409);
    BOOST_TEST(server.api().request("DELETE", "/documents/" + first).status == 204);
    server.add_document(sample_text(1), "third.txt");
}

BOOST_AUTO_TEST_CASE(of_two_uploads_at_once_the_last_one_finds_no_room) {
    installation server("", {{"EXAMWRIGHT_MAX_DOCUMENTS", "1"}});
    raw_client slow(server.port());
    const std::string form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + sample_text(1) +
        "\r\n--b--\r\n";
    slow.send("POST /documents/upload HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
              server.api().token + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
              std::to_string(form.size()) + "\r\n\r\n" + form.substr(0, 300));
    while (std::filesystem::is_empty(server.data() / "uploads"))
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const auto kept = server.add_document(sample_text(2));
    slow.send(form.substr(300));
    BOOST_TEST(slow.read().status == 409);
    BOOST_TEST(server.api().get("/documents").json().at("total").as_int64() == 1);
    for (const auto& file : std::filesystem::directory_iterator(server.data() / "uploads"))
        BOOST_TEST(file.path().filename() == kept);
}

BOOST_AUTO_TEST_CASE(uploads_go_after_reading_where_the_owner_wants_it) {
    installation server("", {{"EXAMWRIGHT_KEEP_UPLOADS", "no"}});
    const auto id = server.add_document(sample_text(3));
    BOOST_TEST(std::filesystem::is_empty(server.data() / "uploads"));
    BOOST_TEST(text(server.wait_for_test(server.start_test(id, 3)), "status") == "completed");
    BOOST_TEST(server.api().request("DELETE", "/documents/" + id).status == 204);
}

BOOST_AUTO_TEST_CASE(tests_outlive_their_document) {
    simulator_process claude(0, "hang@5-:write");
    installation server(claude.url());
    const auto document = server.add_document(sample_text(4));
    const auto done = server.start_test(document, 5);
    server.wait_for_test(done);
    const auto running = server.start_test(document, 5);
    BOOST_TEST(server.api().request("DELETE", "/documents/" + document).status == 204);
    BOOST_TEST(server.api().get("/documents/" + document).status == 404);
    BOOST_TEST(server.api().request("DELETE", "/documents/" + document).status == 404);
    BOOST_TEST(server.generate(document, 3).status == 404);
    BOOST_TEST(std::filesystem::is_empty(server.data() / "uploads"));
    const auto test = server.api().get("/tests/" + done).json().as_object();
    BOOST_TEST(test.at("questions").as_array().size() == 5u);
    BOOST_TEST(!text(test.at("questions").as_array()[0].as_object(), "source_quote").empty());
    const auto ended = server.wait_for_test(running);
    BOOST_TEST(text(ended, "status") == "failed");
    BOOST_TEST(text(ended, "failure_reason") == "No question could be made before the document was deleted.");
    for (const auto& id : {done, running})
        BOOST_TEST(server.api().request("DELETE", "/tests/" + id).status == 204);
}

BOOST_AUTO_TEST_SUITE_END()

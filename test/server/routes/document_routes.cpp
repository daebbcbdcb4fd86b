#include "server/routes/documents.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "db/document_store.hpp"
#include "server/documents/upload_file.hpp"
#include "server/runtime/token.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/document_server.hpp"
#include "test/support/http_client.hpp"
#include "test/support/pdf_writer.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::string_literals;
namespace asio = boost::asio;
namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

struct document_routes_fixture : database_fixture {
    std::string asha = add_user("asha@example.org");
    std::string ben = add_user("ben@example.org");
    document_server server{*this};
    http_client client{server.port};

    document_routes_fixture() {
        for (const auto& id : {asha, ben})
            server.users[sha256_hex("token of " + id)] = user_record{id, "", "faculty", now};
        client.token = "token of " + asha;
        server.run();
    }

    /// The document once it is no longer processing.
    json::object taken_in(const std::string& id) {
        for (;;) {
            const auto reply = client.get("/documents/" + id);
            BOOST_TEST_REQUIRE(reply.status == 200);
            if (reply.json().at("status") != "processing")
                return reply.json().as_object();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }
    json::object upload(const std::string& name, const std::string& content,
                        const http_client::headers& fields = {}) {
        const auto reply = client.upload("/documents/upload", name, content, fields);
        BOOST_TEST_REQUIRE(reply.status == 201, reply.body);
        return reply.json().as_object();
    }
    void refused(const http_reply& reply, int status, const std::string& why) {
        BOOST_TEST(reply.status == status);
        BOOST_TEST(reply.body.find(why) != std::string::npos, reply.body);
        BOOST_TEST(fs::is_empty(folder.path() / "uploads"));
        BOOST_TEST(client.get("/documents").json().at("total") == 0);
    }
};

std::string text_of(const json::object& object, const char* field) {
    return std::string(object.at(field).as_string());
}

http_reply post_form(http_client& client, const std::string& body) {
    return client.request("POST", "/documents/upload", {{"Content-Type", "multipart/form-data; boundary=b"}},
                          body);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_routes, document_routes_fixture)

BOOST_AUTO_TEST_CASE(an_uploaded_pdf_becomes_ready) {
    const std::string pdf =
        write_pdf({"The cell was named by Robert Hooke.", "Page two has six words, roughly."});
    const auto sent = upload("C:\\notes\\Cell biology.pdf", pdf, {{"num_questions", "12"}});
    BOOST_TEST(text_of(sent, "status") == "processing");
    BOOST_TEST(text_of(sent, "user_id") == asha);
    BOOST_TEST(text_of(sent, "filename") == "Cell biology.pdf");
    BOOST_TEST(text_of(sent, "title") == "Cell biology");
    BOOST_TEST(text_of(sent, "source_type") == "pdf");
    BOOST_TEST(sent.at("file_size_bytes") == pdf.size());
    BOOST_TEST(sent.at("target_questions") == 12);
    BOOST_TEST(sent.at("word_count").is_null());

    const auto ready = taken_in(text_of(sent, "id"));
    BOOST_TEST(text_of(ready, "status") == "ready");
    BOOST_TEST(ready.at("failure_reason").is_null());
    BOOST_TEST(text_of(ready, "extracted_text") ==
               "The cell was named by Robert Hooke.\fPage two has six words, roughly.");
    const auto counts = client.get("/documents/" + text_of(sent, "id") + "/extract").json();
    BOOST_TEST(counts.at("character_count") == 67);
    BOOST_TEST(counts.at("word_count") == 13);
    BOOST_TEST(counts.at("page_count") == 2);
    BOOST_TEST(counts.at("used_ocr_pages") == 0);
}

BOOST_AUTO_TEST_CASE(the_file_is_kept_for_its_owner_alone) {
    const auto sent = upload("a.txt", "Some text.", {{"title", " A title\r\n"}});
    BOOST_TEST(text_of(sent, "title") == "A title");
    const auto stored = folder.path() / "uploads" / text_of(sent, "id");
    BOOST_TEST(fs::file_size(stored) == 10u);
    BOOST_TEST((fs::status(stored).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
    taken_in(text_of(sent, "id"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_says_why) {
    const std::string whole = write_pdf({"A page with some text."});
    const std::pair<std::string, const char*> cases[] = {
        {write_pdf(std::vector<std::string>(501, "A page.")), "500 pages"},
        {write_pdf({""}), "no text"},
        {whole.substr(0, whole.size() / 2), "damaged"},
        {"%PDF-1.5 and then nothing of the kind", "damaged"},
    };
    for (const auto& [content, why] : cases) {
        const auto failed = taken_in(text_of(upload("a.pdf", content), "id"));
        BOOST_TEST(text_of(failed, "status") == "extraction_failed");
        BOOST_TEST(text_of(failed, "failure_reason").find(why) != std::string::npos);
        BOOST_TEST(failed.at("extracted_text").is_null());
    }
}

BOOST_AUTO_TEST_CASE(a_large_file_arrives_whole) {
    std::string text;
    while (text.size() < 3'000'000)
        text += "A sentence of many, number " + std::to_string(text.size()) + ".\n";
    const auto sent = upload("long.txt", text);
    std::ostringstream stored;
    stored << std::ifstream(folder.path() / "uploads" / text_of(sent, "id"), std::ios::binary).rdbuf();
    BOOST_TEST((stored.str() == text));
    BOOST_TEST(text_of(taken_in(text_of(sent, "id")), "failure_reason").find("1,500,000") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(other_kinds_of_files_are_refused) {
    refused(client.upload("/documents/upload", "a.gif", "GIF89a\x01\0\x01\0"s), 415, "Markdown");
    refused(client.upload("/documents/upload", "a.pdf", "no pdf at all"), 415, "PDF");
    refused(client.upload("/documents/upload", "a.txt", std::string(100'000, '\0')), 415, "plain text");
}

BOOST_AUTO_TEST_CASE(a_file_over_the_limit_is_refused) {
    refused(client.upload("/documents/upload", "a.txt", std::string(6'000'000, 'x')), 413, "5 MB");
}

BOOST_AUTO_TEST_CASE(a_bad_form_is_refused_and_leaves_nothing) {
    refused(client.upload("/documents/upload", "a.txt", ""), 400, "empty");
    for (const char* number : {"0", "21", "twelve", "-1", "1.5"})
        refused(client.upload("/documents/upload", "a.txt", "Text.", {{"num_questions", number}}), 400,
                "target_questions must be between 1 and 20");
    refused(client.request("POST", "/documents/upload", {{"Content-Type", "text/plain"}}, "Text."), 400,
            "file");
    refused(post_form(client, "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA\r\n--b--\r\n"),
            400, "missing");
    refused(client.upload("/documents/upload", "a.txt", "Text.", {{"page", "1-2"}}), 400,
            "is no field of an upload: they are file, title, pages");
    refused(post_form(client,
                      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                      "Text that bre"),
            400, "breaks off");
}

BOOST_AUTO_TEST_CASE(a_connection_that_breaks_off_leaves_nothing) {
    const auto uploads = folder.path() / "uploads";
    const auto wait_until_empty = [&](bool empty) {
        while (fs::is_empty(uploads) != empty)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
    };
    asio::io_context context;
    {
        asio::ip::tcp::socket socket(context);
        socket.connect({asio::ip::address_v4::loopback(), server.port});
        const std::string half =
            "POST /documents/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + client.token +
            "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n"
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" +
            std::string(9000, 'x');
        asio::write(socket, asio::buffer(half));
        wait_until_empty(false);
    }
    wait_until_empty(true);
    BOOST_TEST(client.get("/documents").json().at("total") == 0);
}

BOOST_AUTO_TEST_CASE(documents_are_listed_in_pages) {
    for (const char* name : {"one.txt", "two.txt", "three.txt"})
        taken_in(text_of(upload(name, "Some text."), "id"));
    const auto first = client.get("/documents?limit=2").json();
    BOOST_TEST(first.at("total") == 3);
    BOOST_TEST(first.at("items").as_array().size() == 2u);
    BOOST_TEST(first.at("items").at(0).at("filename") == "three.txt");
    BOOST_TEST(first.at("items").at(0).as_object().if_contains("extracted_text") == nullptr);
    const auto second = client.get("/documents?limit=2&offset=2").json();
    BOOST_TEST(second.at("items").at(0).at("filename") == "one.txt");
    BOOST_TEST(client.get("/documents?limit=101").status == 400);
    BOOST_TEST(client.get("/documents?offset=-1").body.find("offset") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_belongs_to_another_is_not_found) {
    const auto id = text_of(upload("a.txt", "Some text."), "id");
    taken_in(id);
    client.token = "token of " + ben;
    for (const std::string& path : {"/documents/" + id, "/documents/" + id + "/extract", "/documents/none"s})
        BOOST_TEST(client.get(path).status == 404);
    BOOST_TEST(client.request("DELETE", "/documents/" + id).status == 404);
    BOOST_TEST(client.get("/documents").json().at("total") == 0);
    client.token = "";
    BOOST_TEST(client.get("/documents/" + id).status == 401);
    BOOST_TEST(fs::exists(folder.path() / "uploads" / id));
}

BOOST_AUTO_TEST_CASE(a_removed_document_takes_its_file_along) {
    const auto id = text_of(upload("a.txt", "Some text."), "id");
    const auto reply = client.request("DELETE", "/documents/" + id);
    BOOST_TEST(reply.status == 204);
    BOOST_TEST(client.get("/documents/" + id).status == 404);
    BOOST_TEST(fs::is_empty(folder.path() / "uploads"));
    BOOST_TEST(server.deleted == std::vector{id}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_stop_left_behind_is_taken_in_at_the_next_start) {
    document_record left;
    left.user_id = asha;
    left.source_type = "text";
    left.status = "processing";
    left.created_at = left.updated_at = now;
    left.id = "00000000-0000-4000-8000-000000000001";
    left.file_path = "uploads/" + left.id;
    std::ofstream(folder.path() / *left.file_path) << "Some text.";
    document_store(database).insert(left);
    left.id = "00000000-0000-4000-8000-000000000002";
    left.file_path = "uploads/gone";
    document_store(database).insert(left);

    server.resume();
    BOOST_TEST(text_of(taken_in("00000000-0000-4000-8000-000000000001"), "status") == "ready");
    const auto lost = taken_in("00000000-0000-4000-8000-000000000002");
    BOOST_TEST(text_of(lost, "status") == "extraction_failed");
    BOOST_TEST(text_of(lost, "failure_reason").find("Upload it again") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_crash_left_of_an_upload_is_removed_at_the_next_start) {
    const auto uploads = folder.path() / "uploads";
    {
        upload_file broken_off(uploads, "first");
        broken_off.append("Some te");
        BOOST_TEST(!fs::exists(uploads / "first"));
        BOOST_TEST(!fs::is_empty(uploads));
        fs::copy(uploads / "first.part", uploads / "second.part");
    }
    BOOST_TEST(!fs::is_empty(uploads));
    upload_file whole(uploads, "third");
    whole.finish();
    prepare_upload_folder(uploads);
    BOOST_TEST(!fs::exists(uploads / "second.part"));
    BOOST_TEST(fs::exists(uploads / "third"));
    BOOST_TEST((fs::status(uploads).permissions() == fs::perms::owner_all));
}

BOOST_AUTO_TEST_SUITE_END()

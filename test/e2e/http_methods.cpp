#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

namespace {

constexpr const char* verbs[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"};

/// A server with one of everything.
struct site_paths {
    installation server{"", {{"EXAMWRIGHT_METRICS", "on"}}};
    std::string document = server.add_document(sample_text(3));
    std::string test = server.start_test(document, 3);
    std::string question =
        text(server.wait_for_test(test).at("questions").as_array().at(0).as_object(), "id");

    /// What each path takes.
    std::map<std::string, std::string> table() const {
        return {
            {"/", "GET, HEAD, OPTIONS"},
            {"/health", "GET, HEAD, OPTIONS"},
            {"/health/ready", "GET, HEAD, OPTIONS"},
            {"/metrics", "GET, HEAD, OPTIONS"},
            {"/auth/register", "POST, OPTIONS"},
            {"/auth/login", "POST, OPTIONS"},
            {"/auth/logout", "POST, OPTIONS"},
            {"/auth/password", "POST, OPTIONS"},
            {"/auth/me", "GET, HEAD, OPTIONS"},
            {"/auth/tokens", "GET, HEAD, POST, OPTIONS"},
            {"/auth/tokens/x", "DELETE, OPTIONS"},
            {"/admin/users", "GET, HEAD, POST, OPTIONS"},
            {"/admin/users/x", "PATCH, DELETE, OPTIONS"},
            {"/admin/users/x/password", "POST, OPTIONS"},
            {"/topics", "GET, HEAD, POST, OPTIONS"},
            {"/topics/x", "PATCH, DELETE, OPTIONS"},
            {"/documents", "POST, GET, HEAD, OPTIONS"},
            {"/documents/upload", "POST, GET, HEAD, DELETE, OPTIONS"},
            {"/documents/" + document, "GET, HEAD, DELETE, OPTIONS"},
            {"/documents/" + document + "/extract", "GET, HEAD, OPTIONS"},
            {"/tests", "POST, GET, HEAD, OPTIONS"},
            {"/tests/" + test, "GET, HEAD, PATCH, DELETE, OPTIONS"},
            {"/tests/" + test + "/status", "GET, HEAD, OPTIONS"},
            {"/tests/" + test + "/cancel", "POST, OPTIONS"},
            {"/tests/" + test + "/export", "GET, HEAD, POST, OPTIONS"},
            {"/tests/" + test + "/questions", "POST, PATCH, OPTIONS"},
            {"/tests/" + test + "/questions/" + question, "GET, HEAD, PATCH, DELETE, OPTIONS"},
            {"/tests/" + test + "/questions/" + question + "/regenerate", "POST, OPTIONS"},
            {"/tests/" + test + "/questions/" + question + "/restore", "POST, OPTIONS"},
        };
    }
};

bool takes(const std::string& allow, const std::string& verb) {
    return (", " + allow + ",").find(", " + verb + ",") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_methods)

BOOST_FIXTURE_TEST_CASE(every_path_tells_what_it_takes, site_paths) {
    for (const auto& [path, allow] : table()) {
        const auto options = server.api().request("OPTIONS", path);
        BOOST_TEST(options.status == 204, path);
        BOOST_TEST(options.headers.at("allow") == allow, path);
        for (const char* verb : verbs) {
            if (takes(allow, verb))
                continue;
            const auto reply = server.api().request(verb, path);
            BOOST_TEST(reply.status == 405, verb << " " << path);
            BOOST_TEST(reply.headers.at("allow") == allow);
            BOOST_TEST(reply.headers.at("content-type") == "application/problem+json");
        }
    }
}

BOOST_FIXTURE_TEST_CASE(head_is_everywhere_that_get_is, site_paths) {
    for (const auto& [path, allow] : table()) {
        if (!takes(allow, "GET") || path == "/metrics")  // which counts what asks for it
            continue;
        const auto whole = server.api().get(path);
        const auto head = server.api().request("HEAD", path);
        BOOST_TEST(head.status == whole.status, path);
        BOOST_TEST(head.body.empty());
        for (const char* name : {"content-type", "content-length"})
            BOOST_TEST(head.headers.at(name) == whole.headers.at(name), path);
    }
}

BOOST_FIXTURE_TEST_CASE(what_is_wrong_is_named, site_paths) {
    struct row {
        const char* method;
        std::string path, body, named;
    };
    const std::string any = "/tests/" + test;
    const auto generate = [&](const std::string& more) {
        return row{"POST", "/tests/generate", "{\"document_id\": \"" + document + "\", " + more + "}",
                   more.substr(1, more.find('"', 1) - 1)};
    };
    std::vector<row> rows{
        {"POST", "/auth/register", "[]", "JSON object"},
        {"POST", "/auth/login", R"({"password": "x"})", "email is missing"},
        {"POST", "/auth/login", R"({"email": 5, "password": "x"})", "email must be text"},
        {"POST", "/auth/login", R"({"email": "a@b", "password": null})", "password is missing"},
        {"POST", "/auth/password", R"({"new_password": "long enough"})", "old_password is missing"},
        {"POST", "/auth/password", R"({"old_password": "x", "new_password": "short"})", "new_password must"},
        {"POST", "/topics", R"({"slug": "a b", "name": "A"})", "slug must"},
        {"POST", "/topics", R"({"slug": "a"})", "name is missing"},
        {"POST", "/topics", R"({"slug": "a", "name": []})", "name must be text"},
        {"POST", "/documents", R"({"title": "x"})", "text is missing"},
        {"POST", "/documents", R"({"title": 1, "text": "x"})", "title must be text"},
        {"POST", "/documents", R"({"text": "  "})", "text is empty"},
        {"POST", "/tests/generate", "{}", "document_id is missing"},
        {"POST", "/tests/generate", R"({"document_id": 7})", "document_id must be text"},
        {"POST", "/tests/estimate", "{}", "document_id is missing"},
        generate(R"("num_questions": "twelve")"),
        generate(R"("num_questions": 1.5)"),
        generate(R"("difficulty": "EXTREME")"),
        generate(R"("difficulty": 3)"),
        generate(R"("focus": {})"),
        generate(R"("pages": "3-1")"),
        generate(R"("pages": [1])"),
        generate(R"("language": "no-such-language!")"),
        {"PATCH", any, R"({"title": ""})", "title must"},
        {"PATCH", any, "{}", "title is missing"},
        {"POST", any + "/questions", "{}", "question is missing"},
    };
    for (const char* number : {"0", "21", "-1"}) {
        rows.push_back(generate(std::string("\"num_questions\": ") + number));
        rows.back().named = "target_questions must be between 1 and 20";
    }
    for (const auto& [field, named] : std::map<std::string, std::string>{
             {R"("question": 1)", "question must be text"},
             {R"("question": " ")", "question is empty"},
             {R"("options": [])", "options must be an object"},
             {R"("options": {"A": 1})", "options.A must be text"},
             {R"("options": {"Z": "x"})", "options has \"Z\""},
             {R"("correct_option": "Z")", "correct_option must"},
             {R"("explanation": 1)", "explanation must be text"},
             {R"("difficulty": "x")", "difficulty must"},
             {R"("source_quote": 1)", "source_quote must be text"},
             {R"("source_page": 0)", "source_page must be a whole number from 1 to 100000"},
             {R"("source_page": "one")", "source_page must be a whole number"},
             {R"("sort_order": 0)", "sort_order must"},
             {R"("topic_id": "x")", "topic_id is not"},
             {R"("topic_id": 1)", "topic_id must be text"}})
        rows.push_back({"PATCH", any + "/questions/" + question, "{" + field + "}", named});
    for (const char* list : {"/documents", "/tests", "/topics", "/auth/tokens", "/admin/users"})
        for (const auto& [query, named] :
             std::map<std::string, std::string>{{"?limit=0", "limit must be"},
                                                {"?limit=101", "limit must be"},
                                                {"?limit=x", "limit must be"},
                                                {"?offset=-1", "offset must be"},
                                                {"?limit=5&offset=1.5", "offset must be"}})
            rows.push_back({"GET", list + query, "", named});
    for (const auto& [method, path, body, named] : rows) {
        const auto reply = server.api().request(method, path, {}, body);
        BOOST_TEST(reply.status == 400, path << " " << body);
        const auto detail = text(reply.json().as_object(), "detail");
        BOOST_TEST(detail.find(named) != detail.npos, path << " " << body << ": " << detail);
    }
}

BOOST_FIXTURE_TEST_CASE(every_list_comes_in_pages, site_paths) {
    for (const char* list : {"/documents", "/tests", "/topics", "/auth/tokens", "/admin/users"}) {
        const auto all = server.api().get(list).json();
        const auto total = all.at("total").as_int64();
        BOOST_TEST(total == static_cast<std::int64_t>(all.at("items").as_array().size()), list);
        BOOST_TEST_REQUIRE(total >= 1);
        const auto last =
            server.api().get(std::string(list) + "?limit=1&offset=" + std::to_string(total - 1)).json();
        BOOST_TEST(last.at("total").as_int64() == total);
        BOOST_TEST_REQUIRE(last.at("items").as_array().size() == 1u);
        BOOST_TEST(last.at("items").as_array()[0] == all.at("items").as_array().back());
        const auto beyond = server.api().get(std::string(list) + "?offset=2147483647").json();
        BOOST_TEST(beyond.at("total").as_int64() == total);
        BOOST_TEST(beyond.at("items").as_array().empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()

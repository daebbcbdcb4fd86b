#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "test/support/installation.hpp"

namespace examwright::test {

inline boost::json::object question(int number) {
    return {
        {"question", "Which is {longest} = number " + std::to_string(number) + "?"},
        {"options", boost::json::object{{"A", "Nile"}, {"B", "-> Rhine"}, {"C", "नदी"}, {"D", "\"Oder\""}}},
        {"correct_option", "C"},
        {"explanation", "By\nfar."},
        {"difficulty", "hard"},
        {"topic", "geography"},
        {"source_quote", "It is."},
        {"source_page", 3}};
}

inline boost::json::object set_of(int questions) {
    boost::json::array list;
    for (int i = 1; i <= questions; ++i)
        list.push_back(question(i));
    return {{"title", "Rivers: / नदी"}, {"questions", std::move(list)}};
}

/// A server that holds an imported test of three questions.
struct server_with_set {
    installation server{"", {{"EXAMWRIGHT_REGISTRATION", "open"}}};
    boost::json::object test = imported(set_of(3));
    std::string id = text(test, "id");

    http_reply import(const boost::json::value& body) { return server.api().post("/tests/import", body); }
    boost::json::object imported(const boost::json::value& body) {
        const auto reply = import(body);
        BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
        return reply.json().as_object();
    }
    http_reply exported(const std::string& exported_id, const std::string& format) {
        return server.api().get("/tests/" + exported_id + "/export?format=" + format);
    }
    void become_a_stranger() {
        auto& api = server.api();
        const boost::json::object account{{"email", "stranger@example.org"}, {"password", "another horse"}};
        BOOST_REQUIRE(api.post("/auth/register", account).status == 201);
        api.token = text(api.post("/auth/login", account).json().as_object(), "access_token");
    }
};

inline std::string detail_of(const http_reply& reply) {
    return text(reply.json().as_object(), "detail");
}

}  // namespace examwright::test

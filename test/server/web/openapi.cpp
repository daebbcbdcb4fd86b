#include "server/web/openapi.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <map>
#include <set>
#include <string>

#include "server/app.hpp"
#include "server/web/embedded_files.hpp"
#include "test/support/run_coroutine.hpp"
#include "test/support/temporary_folder.hpp"

namespace json = boost::json;
using namespace examwright;

BOOST_AUTO_TEST_SUITE(openapi)

namespace {

/// "GET /tests/{id}" and so on.
using calls = std::set<std::string>;

std::string call(std::string method, std::string_view path) {
    std::ranges::transform(method, method.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return method + " " + std::string(path);
}

/// The real table, with the contract that tells of it.
struct real_app {
    test::temporary_folder folder;
    boost::asio::io_context context;
    logger log{log_level::error};
    config settings = settings_in(folder.path());
    app server{context, settings, log};
    std::vector<route> routes = server.routes().routes();
    json::object document = openapi_document(routes);

    ~real_app() { test::run_coroutine(context, server.stop()); }

    static config settings_in(const std::filesystem::path& data) {
        config settings;
        settings.data = data;
        settings.engine = "offline";
        settings.metrics = true;
        return settings;
    }

    calls served() const {
        calls all;
        for (const auto& each : routes)
            all.insert(call(boost::beast::http::to_string(each.verb), each.pattern));
        return all;
    }
};

const calls methods{"get", "put", "post", "delete", "options", "head", "patch", "trace"};

std::map<std::string, json::object> operations_of(const json::object& paths) {
    std::map<std::string, json::object> all;
    for (const auto& [path, item] : paths)
        for (const auto& [method, operation] : item.as_object())
            if (methods.count(method) > 0)
                all[call(method, path)] = operation.as_object();
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_tells_of_every_route_and_of_nothing_else) {
    real_app real;
    calls documented;
    for (const auto& file : embedded_files())
        if (file.path.starts_with("openapi/"))
            for (const auto& [name, operation] :
                 operations_of(json::parse(file.content).at("paths").as_object()))
                BOOST_TEST(documented.insert(name).second, name << " is documented twice");
    for (const auto& name : real.served())
        BOOST_TEST(documented.count(name) == 1u,
                   name << " is in no file of server/web/openapi: write it there, with its answers, and let "
                           "test/witnesses/openapi send it");
    for (const auto& name : documented)
        BOOST_TEST(real.served().count(name) == 1u, name << " is documented, but there is no such route");
}

BOOST_AUTO_TEST_CASE(it_knows_from_the_route_what_needs_a_token) {
    real_app real;
    const auto operations = operations_of(real.document.at("paths").as_object());
    for (const auto& each : real.routes) {
        const auto name = call(boost::beast::http::to_string(each.verb), each.pattern);
        const auto found = operations.find(name);
        if (found == operations.end())
            continue;  // told of above
        const auto& operation = found->second;
        const auto& responses = operation.at("responses").as_object();
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(operation.at("summary").as_string() == json::string(each.summary));
            BOOST_TEST(operation.contains("security") == !needs_token(each.access));
            BOOST_TEST((responses.contains("401") || !needs_token(each.access)));
            BOOST_TEST((responses.contains("403") || each.access != route_access::admin));
            BOOST_TEST(responses.contains("431"));
        }
    }
}

BOOST_AUTO_TEST_CASE(it_names_each_value_of_a_path_and_each_operation_once) {
    real_app real;
    calls names;
    for (const auto& [name, operation] : operations_of(real.document.at("paths").as_object()))
        BOOST_TEST(names.insert(std::string(operation.at("operationId").as_string())).second, name);
    for (const auto& [path, item] : real.document.at("paths").as_object()) {
        std::string named;
        if (const auto* parameters = item.as_object().if_contains("parameters"))
            for (const auto& each : parameters->as_array())
                named += "{" + std::string(each.at("name").as_string()) + "}";
        std::string in_path;
        for (auto rest = std::string(path); rest.find('{') != rest.npos; rest.erase(0, rest.find('}') + 1))
            in_path += rest.substr(rest.find('{'), rest.find('}') - rest.find('{') + 1);
        BOOST_TEST(named == in_path, std::string(path));
    }
}

BOOST_AUTO_TEST_SUITE_END()

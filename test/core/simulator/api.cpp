#include "core/simulator/api.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "core/generation/prompts.hpp"

using namespace examwright;
namespace json = boost::json;

namespace {

const api_headers good_headers{"Bearer k", "", "2023-06-01", "application/json"};

json::object good_body() {
    return {{"model", "claude-sonnet-5-5"},
            {"max_tokens", 1000},
            {"messages", json::array{json::object{{"role", "user"}, {"content", "Hello"}}}}};
}

json::object with(std::string_view name, json::value value) {
    auto body = good_body();
    body[name] = std::move(value);
    return body;
}

json::object with_schema(std::string_view schema) {
    return with(
        "output_config",
        json::object{{"format", json::object{{"type", "json_schema"}, {"schema", json::parse(schema)}}}});
}

api_reading read(const json::object& body, const api_headers& headers = good_headers,
                 std::string_view key = {}) {
    return read_api_request(headers, json::serialize(body), key);
}

int status(const api_reading& reading) {
    return reading ? 200 : reading.error().status;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(api)

BOOST_AUTO_TEST_CASE(our_own_requests_pass_for_every_model) {
    write_prompt_input input;
    input.material = "The heart pumps blood.";
    input.topic_slugs = {"biology"};
    question question;
    question.stem = "What pumps blood?";
    question.options = {"heart", "lung", "liver", "skin"};
    for (const auto* model : {"claude-sonnet-5-5", "claude-sonnet-5", "claude-sonnet-4-6", "offline-cloze"}) {
        const message_settings settings{model, "low"};
        const auto write = read_api_request(
            good_headers, render_message_request(settings, write_schema(), 16000, write_prompt(input)), "k");
        BOOST_REQUIRE_MESSAGE(write.has_value(), (write ? "" : write.error().message));
        BOOST_CHECK(write->kind == call_kind::write);
        const auto review =
            read_api_request(good_headers,
                             render_message_request(settings, review_schema(), 8000,
                                                    review_prompt({input.material}, {question})),
                             "k");
        BOOST_REQUIRE_MESSAGE(review.has_value(), (review ? "" : review.error().message));
        BOOST_CHECK(review->kind == call_kind::review);
        BOOST_TEST(review->model == model);
    }
    BOOST_CHECK(!read(good_body())->kind.has_value());
}

BOOST_AUTO_TEST_CASE(keys_and_headers) {
    const auto with_headers = [](api_headers headers, std::string_view key = {}) {
        return status(read(good_body(), headers, key));
    };
    BOOST_TEST(with_headers({"", "", "2023-06-01", "application/json"}) == 401);
    BOOST_TEST(with_headers({"Bearer a", "a", "2023-06-01", "application/json"}) == 401);
    BOOST_TEST(with_headers({"Basic a", "", "2023-06-01", "application/json"}) == 401);
    BOOST_TEST(with_headers({"Bearer a", "", "2023-06-01", "application/json"}, "b") == 401);
    BOOST_TEST(with_headers({"", "b", "2023-06-01", "application/json"}, "b") == 200);
    BOOST_TEST(with_headers({"", "b", "2026-10-21", "application/json; charset=utf-8"}) == 200);
    BOOST_TEST(with_headers({"Bearer a", "", "", "application/json"}) == 400);
    BOOST_TEST(with_headers({"Bearer a", "", "2019-01-01", "application/json"}) == 400);
    BOOST_TEST(with_headers({"Bearer a", "", "2023-06-01", "text/plain"}) == 400);
}

BOOST_AUTO_TEST_CASE(refused_bodies) {
    BOOST_TEST(status(read_api_request(good_headers, "{\"model\":", "")) == 400);
    BOOST_TEST(status(read_api_request(good_headers, "[]", "")) == 400);
    BOOST_TEST(status(read_api_request(good_headers, std::string(32'000'001, ' '), "")) == 413);
    for (const auto* name : {"model", "max_tokens", "messages"}) {
        auto body = good_body();
        body.erase(name);
        BOOST_TEST(status(read(body)) == 400, name);
    }
    const auto unknown = read(with("model", "claude-sonnet-5-5-latest"));
    BOOST_TEST(status(unknown) == 404);
    BOOST_TEST(unknown.error().type == "not_found_error");
    const std::pair<std::string_view, std::string_view> refused[] = {
        {"prompt", R"("x")"},
        {"temperature", "0.2"},
        {"top_p", "0.9"},
        {"top_k", "5"},
        {"thinking", R"({"type": "disabled"})"},
        {"thinking", R"({"type": "enabled", "budget_tokens": 2000})"},
        {"thinking", R"({"type": "adaptive", "budget_tokens": 2000})"},
        {"tool_choice", R"({"type": "tool", "name": "x"})"},
        {"tool_choice", R"({"type": "any"})"},
        {"max_tokens", "128001"},
        {"max_tokens", "0"},
        {"max_tokens", R"("many")"},
        {"stream", "true"},
        {"messages", "[]"},
        {"messages", R"([{"role": "user", "content": ""}])"},
        {"messages", R"([{"role": "user", "content": "a", "name": "b"}])"},
        {"messages", R"([{"role": "user", "content": "a"}, {"role": "assistant", "content": "{"}])"},
        {"messages", R"([{"role": "system", "content": "a"}])"},
        {"messages", R"([{"role": "user", "content": [{"type": "text", "text": ""}]}])"},
        {"system", "7"},
        {"output_config", R"({"effort": "tiny"})"},
        {"output_config", R"({"verbosity": "low"})"},
        {"output_config", R"({"format": {"type": "json_object"}})"},
    };
    for (const auto& [name, value] : refused)
        BOOST_TEST(status(read(with(name, json::parse(value)))) == 400, name << ": " << value);
}

BOOST_AUTO_TEST_CASE(taken_bodies) {
    const std::pair<std::string_view, std::string_view> taken[] = {
        {"temperature", "1"},
        {"temperature", "1.0"},
        {"top_p", "null"},
        {"thinking", R"({"type": "adaptive"})"},
        {"thinking", R"({"type": "between_tools"})"},
        {"max_tokens", "128000"},
        {"stream", "false"},
        {"system", R"([{"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}])"},
        {"output_config", R"({"effort": "low"})"},
    };
    for (const auto& [name, value] : taken)
        BOOST_TEST(status(read(with(name, json::parse(value)))) == 200, name << ": " << value);
}

BOOST_AUTO_TEST_CASE(thinking_differs_by_model) {
    BOOST_TEST(read(good_body())->thinks);
    BOOST_TEST(!read(with("thinking", json::object{{"type", "between_tools"}}))->thinks);
    BOOST_TEST(!read(with("model", "claude-sonnet-4-6"))->thinks);
    for (const auto* model : {"claude-sonnet-5", "claude-sonnet-4-6"}) {
        auto body = with("model", model);
        body["thinking"] = json::object{{"type", "between_tools"}};
        BOOST_TEST(status(read(body)) == 400);
    }
    auto body = with("model", "claude-sonnet-4-6");
    body["max_tokens"] = 64'001;
    BOOST_TEST(status(read(body)) == 400);
}

BOOST_AUTO_TEST_CASE(schemas) {
    const auto object = [](std::string_view property) {
        return with_schema(R"({"type": "object", "additionalProperties": false, "properties": {"a": )" +
                           std::string(property) + "}}");
    };
    for (const auto* property :
         {R"({"type": "string"})", R"({"type": "array", "items": {"type": "integer"}, "minItems": 1})",
          R"({"enum": ["A", 1, null]})", R"({"anyOf": [{"type": "string"}, {"type": "null"}]})",
          R"({"const": 3})"})
        BOOST_TEST(status(read(object(property))) == 200, property);
    for (const auto* property :
         {R"({"type": "integer", "minimum": 1})", R"({"type": "integer", "maximum": 4})",
          R"({"type": "string", "minLength": 1})", R"({"type": "string", "maxLength": 9})",
          R"({"type": "array", "items": {"type": "string"}, "maxItems": 4})",
          R"({"type": "array", "items": {"type": "string"}, "minItems": 4})",
          R"({"type": "object", "properties": {}})", R"({"type": "object", "additionalProperties": true})",
          R"({"enum": [["A"]]})", R"({"type": "array", "items": {"type": "object"}})", R"({"$ref": "#"})",
          R"({"$ref": "https://x/y"})"})
        BOOST_TEST(status(read(object(property))) == 400, property);
    const auto shared =
        R"({"type": "object", "additionalProperties": false, "$defs": {"t": {"type": "string"}},
        "properties": {"a": {"$ref": "#/$defs/t"}, "b": {"$ref": "#/$defs/t"}}})";
    BOOST_TEST(status(read(with_schema(shared))) == 200);
}

BOOST_AUTO_TEST_SUITE_END()

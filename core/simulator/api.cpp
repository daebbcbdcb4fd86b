#include "core/simulator/api.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <iterator>

#include "core/document/document_text.hpp"
#include "core/offline/offline_author.hpp"
#include "core/simulator/request_rules.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::size_t most_bytes = 32 * 1000 * 1000;

api_error bad_request(std::string message) {
    return {400, "invalid_request_error", std::move(message), ""};
}

std::optional<api_error> check_key(const api_headers& headers, std::string_view required) {
    const auto refuse = [](std::string_view why) {
        return api_error{401, "authentication_error", std::string(why), ""};
    };
    constexpr std::string_view bearer = "Bearer ";
    const auto given = headers.authorization;
    if (given.empty() && headers.x_api_key.empty())
        return refuse("x-api-key header is required");
    if (!given.empty() && !headers.x_api_key.empty())
        return refuse("send either Authorization or x-api-key, not both");
    const bool is_bearer = given.starts_with(bearer);
    const auto key = is_bearer ? given.substr(bearer.size()) : headers.x_api_key;
    if (key.empty() || (!required.empty() && key != required))
        return refuse(given.empty() ? "invalid x-api-key" : "invalid bearer token");
    return std::nullopt;
}

}  // namespace

std::optional<api_error> check_api_headers(const api_headers& headers, std::string_view required_key) {
    if (auto refused = check_key(headers, required_key))
        return refused;
    if (headers.anthropic_version.empty())
        return bad_request("anthropic-version: header is required");
    if (headers.anthropic_version != "2023-06-01" && headers.anthropic_version != "2026-10-21")
        return bad_request("anthropic-version: \"" + std::string(headers.anthropic_version) +
                           "\" is not a valid version");
    if (!headers.content_type.starts_with("application/json"))
        return bad_request("content-type: must be application/json");
    return std::nullopt;
}

namespace {

/// All text of a content: a text, or a list of text blocks.
std::string text_of(const json::value& content) {
    if (content.is_string())
        return std::string(content.get_string());
    std::string text;
    for (const auto& block : content.get_array())
        text += std::string(block.get_object().at("text").get_string());
    return text;
}

/// Of a body that the rules let through.
api_call call_of(const json::object& body, const simulated_model& model) {
    api_call call;
    call.model = std::string(model.id);
    call.max_tokens = body.at("max_tokens").get_int64();
    call.thinks = model.thinks;
    if (const auto* thinking = body.if_contains("thinking"); thinking && thinking->is_object())
        call.thinks = thinking->get_object().at("type").get_string() == "adaptive";
    if (const auto* system = body.if_contains("system"); system && !system->is_null())
        call.characters += count_characters(text_of(*system));
    if (const auto* output = body.if_contains("output_config"))
        call.characters += json::serialize(*output).size();
    for (const auto& message : body.at("messages").get_array()) {
        call.user = text_of(message.get_object().at("content"));
        call.characters += count_characters(call.user);
    }
    call.kind = kind_of_prompt(call.user);
    return call;
}

}  // namespace

api_error api_error_of(int status) {
    static constexpr struct {
        int status;
        std::string_view type;
        std::string_view message;
    } known[] = {
        {400, "invalid_request_error", "Invalid request"},
        {401, "authentication_error", "invalid x-api-key"},
        {402, "billing_error", "Your credit balance is too low to access the API"},
        {403, "permission_error", "Your API key does not have permission to use the specified resource"},
        {404, "not_found_error", "Not found"},
        {408, "timeout_error", "Request timed out"},
        {409, "conflict_error", "Conflict"},
        {413, "request_too_large", "Request exceeds the maximum size"},
        {429, "rate_limit_error", "This request would exceed your organization's rate limit"},
        {504, "timeout_error", "Request timed out"},
        {529, "overloaded_error", "Overloaded"},
    };
    for (const auto& error : known)
        if (error.status == status)
            return {status, std::string(error.type), std::string(error.message), ""};
    return {status, status < 500 ? "invalid_request_error" : "api_error", "Simulated error", ""};
}

api_reading read_api_request(const api_headers& headers, std::string_view body,
                             std::string_view required_key) {
    if (auto refused = check_api_headers(headers, required_key))
        return *refused;
    if (body.size() > most_bytes)
        return api_error_of(413);
    boost::system::error_code unreadable;
    const auto value = json::parse(body, unreadable);
    if (unreadable || !value.is_object())
        return bad_request("The request body is not valid JSON");
    const auto& object = value.get_object();
    const auto* name = object.if_contains("model");
    if (!name || !name->is_string())
        return bad_request("model: Field required");
    const auto* model = find_model(name->get_string());
    if (!model)
        return api_error{404, "not_found_error", "model: " + std::string(name->get_string()), ""};
    if (auto wrong = find_request_fault(object, *model))
        return bad_request(*wrong);
    return call_of(object, *model);
}

}  // namespace examwright

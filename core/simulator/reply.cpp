#include "core/simulator/reply.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>

#include "core/document/document_text.hpp"
#include "core/offline/offline_author.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr double characters_per_token = 3.5;
constexpr std::size_t first_part = 20;  // bytes of a reply, before its first question ends

std::int64_t tokens_of(std::size_t characters) {
    return static_cast<std::int64_t>(std::ceil(static_cast<double>(characters) / characters_per_token));
}

struct message_end {
    std::string text;
    std::string_view stop_reason = "end_turn";
};

void cut_text(message_end& message, std::size_t bytes) {
    message.text.resize(code_point_start(message.text, std::min(bytes, message.text.size())));
    message.stop_reason = "max_tokens";
}

message_end write_message(const api_call& call, const std::optional<fault>& failure) {
    using kind = fault::kind;
    const auto what = failure ? std::optional(failure->what) : std::nullopt;
    if (what == kind::refusal)
        return {"", "refusal"};
    message_end message{author_reply(call.user, what == kind::wrong_key ? failure->count : 0)};
    if (what == kind::malformed)
        message.text = message.text.substr(0, first_part) + "\"}}";
    if (what == kind::max_tokens)
        cut_text(message, message.text.size() / 2);
    if (tokens_of(count_characters(message.text)) > call.max_tokens)
        cut_text(message,
                 static_cast<std::size_t>(static_cast<double>(call.max_tokens) * characters_per_token));
    return message;
}

}  // namespace

std::string render_api_error(const api_error& error, std::string_view request_id) {
    json::object details{{"type", error.type}, {"message", error.message}};
    if (!error.code.empty())
        details["details"] = json::object{{"error_code", error.code}};
    return json::serialize(
        json::object{{"type", "error"}, {"error", std::move(details)}, {"request_id", request_id}});
}

std::string render_api_message(const api_call& call, const std::optional<fault>& failure,
                               std::string_view message_id) {
    const auto message = write_message(call, failure);
    json::array content;
    if (call.thinks)
        content.push_back(
            json::object{{"type", "thinking"}, {"thinking", ""}, {"signature", "c2ltdWxhdGVk"}});
    if (!message.text.empty())
        content.push_back(json::object{{"type", "text"}, {"text", message.text}});
    return json::serialize(json::object{
        {"id", message_id},
        {"type", "message"},
        {"role", "assistant"},
        {"model", call.model},
        {"content", std::move(content)},
        {"stop_reason", message.stop_reason},
        {"stop_sequence", nullptr},
        {"usage", json::object{{"input_tokens", tokens_of(call.characters)},
                               {"cache_creation_input_tokens", 0},
                               {"cache_read_input_tokens", 0},
                               {"output_tokens", tokens_of(count_characters(message.text))},
                               {"service_tier", "standard"}}},
    });
}

}  // namespace examwright

#include "core/simulator/request_rules.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <initializer_list>
#include <iterator>

#include "core/claude/price.hpp"
#include "core/simulator/schema_rules.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

using fault_text = std::optional<std::string>;
using names = std::initializer_list<std::string_view>;

/// Null where the member is absent or null.
const json::value* member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

std::string_view text_member(const json::object& object, std::string_view name) {
    const auto* value = member(object, name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view{};
}

fault_text find_unknown(const json::object& object, names known, const std::string& path) {
    for (const auto& field : object)
        if (std::find(known.begin(), known.end(), std::string_view(field.key())) == known.end())
            return path + std::string(field.key()) + ": Extra inputs are not permitted";
    return std::nullopt;
}

fault_text check_text_block(const json::value& value, const std::string& path, int& cached) {
    const auto* block = value.if_object();
    if (!block || text_member(*block, "type") != "text")
        return path + ".type: only text blocks are simulated";
    if (auto wrong = find_unknown(*block, {"type", "text", "cache_control", "citations"}, path + "."))
        return wrong;
    if (text_member(*block, "text").empty())
        return path + ".text: text content blocks must be non-empty";
    const auto* cache = member(*block, "cache_control");
    if (!cache)
        return std::nullopt;
    if (!cache->is_object() || text_member(cache->get_object(), "type") != "ephemeral")
        return path + ".cache_control.type: Input should be 'ephemeral'";
    if (++cached > 4)
        return "A maximum of 4 blocks with cache_control may be provided";
    return std::nullopt;
}

/// A text, or a list of text blocks.
fault_text check_content(const json::value* content, const std::string& path, int& cached) {
    if (!content)
        return path + ": Field required";
    if (content->is_string())
        return content->get_string().empty() ? fault_text(path + ": text content must be non-empty")
                                             : std::nullopt;
    if (!content->is_array() || content->get_array().empty())
        return path + ": Input should be a text or a list of content blocks";
    for (std::size_t i = 0; i < content->get_array().size(); ++i)
        if (auto wrong = check_text_block(content->get_array()[i], path + "." + std::to_string(i), cached))
            return wrong;
    return std::nullopt;
}

fault_text check_messages(const json::object& body, int& cached) {
    const auto* messages = member(body, "messages");
    if (!messages)
        return "messages: Field required";
    if (!messages->is_array() || messages->get_array().empty())
        return "messages: at least one message is required";
    std::string_view role;
    for (std::size_t i = 0; i < messages->get_array().size(); ++i) {
        const auto path = "messages." + std::to_string(i);
        const auto* message = messages->get_array()[i].if_object();
        if (!message)
            return path + ": Input should be an object";
        if (auto wrong = find_unknown(*message, {"role", "content"}, path + "."))
            return wrong;
        role = text_member(*message, "role");
        if (role != "user" && role != "assistant")
            return path + ".role: Input should be 'user' or 'assistant'";
        if (i == 0 && role != "user")
            return "messages: first message must use the \"user\" role";
        if (auto wrong = check_content(message->if_contains("content"), path + ".content", cached))
            return wrong;
    }
    if (role == "assistant")
        return "This model does not support assistant message prefill. The conversation must end with a user "
               "message.";
    return std::nullopt;
}

fault_text check_thinking(const json::object& body, const simulated_model& model) {
    const auto* thinking = member(body, "thinking");
    if (!thinking)
        return std::nullopt;
    if (!thinking->is_object())
        return "thinking: Input should be an object";
    const auto& object = thinking->get_object();
    const auto type = text_member(object, "type");
    if (type == "between_tools" && !model.between_tools)
        return "thinking.type: \"between_tools\" is not supported for this model";
    if (type != "adaptive" && type != "between_tools")
        return "thinking.type: \"" + std::string(type) + "\" is not supported for this model";
    return find_unknown(object, {"type", "display"}, "thinking.");
}

fault_text check_output(const json::object& body) {
    const auto* output = member(body, "output_config");
    if (!output)
        return std::nullopt;
    if (!output->is_object())
        return "output_config: Input should be an object";
    const auto& object = output->get_object();
    if (auto wrong = find_unknown(object, {"effort", "format"}, "output_config."))
        return wrong;
    static constexpr std::string_view efforts[] = {"low", "medium", "high", "xhigh", "max"};
    if (member(object, "effort") &&
        std::find(std::begin(efforts), std::end(efforts), text_member(object, "effort")) == std::end(efforts))
        return "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'";
    const auto* format = member(object, "format");
    if (!format)
        return std::nullopt;
    if (!format->is_object() || text_member(format->get_object(), "type") != "json_schema")
        return "output_config.format.type: Input should be 'json_schema'";
    if (auto wrong = find_unknown(format->get_object(), {"type", "schema"}, "output_config.format."))
        return wrong;
    const auto* schema = format->get_object().if_contains("schema");
    if (!schema)
        return "output_config.format.schema: Field required";
    if (const auto wrong = find_schema_fault(*schema))
        return "output_config.format.schema: " + *wrong;
    return std::nullopt;
}

/// temperature, top_p and top_k other than default, a forced tool, a stream.
fault_text check_choices(const json::object& body) {
    for (const auto name : {"temperature", "top_p"}) {
        const auto* value = member(body, name);
        if (value && !(value->is_number() && value->to_number<double>() == 1))
            return std::string(name) + ": only the default is supported for this model";
    }
    if (member(body, "top_k"))
        return "top_k: not supported for this model";
    if (const auto* choice = member(body, "tool_choice")) {
        const auto type =
            choice->is_object() ? text_member(choice->get_object(), "type") : std::string_view{};
        if (type != "auto" && type != "none")
            return "tool_choice: forcing tool use is not supported for this model";
    }
    const auto* stream = member(body, "stream");
    if (stream && *stream != json::value(false))
        return "stream: streaming is not simulated";
    return std::nullopt;
}

fault_text check_max_tokens(const json::object& body, const simulated_model& model) {
    const auto* value = member(body, "max_tokens");
    if (!value)
        return "max_tokens: Field required";
    if (!value->is_int64() || value->get_int64() < 1)
        return "max_tokens: Input should be a whole number from 1";
    if (value->get_int64() > model.most_tokens)
        return "max_tokens: " + std::to_string(value->get_int64()) + " > " +
               std::to_string(model.most_tokens) +
               ", which is the maximum allowed number of output tokens for " + std::string(model.id);
    return std::nullopt;
}

}  // namespace

const simulated_model* find_model(std::string_view id) {
    static constexpr simulated_model models[] = {{"claude-sonnet-5-5", 128'000, true, true},
                                                 {"claude-sonnet-5", 128'000, true, false},
                                                 {"claude-sonnet-4-6", 64'000, false, false},
                                                 {offline_model, 128'000, false, false}};
    const auto* found = std::find_if(std::begin(models), std::end(models),
                                     [&](const simulated_model& model) { return model.id == id; });
    return found == std::end(models) ? nullptr : found;
}

std::optional<std::string> find_request_fault(const json::object& body, const simulated_model& model) {
    int cached = 0;
    if (auto wrong = find_unknown(body,
                                  {"model", "max_tokens", "messages", "system", "output_config", "thinking",
                                   "metadata", "stop_sequences", "stream", "temperature", "top_p", "top_k",
                                   "tools", "tool_choice", "service_tier", "cache_control"},
                                  ""))
        return wrong;
    if (auto wrong = check_max_tokens(body, model))
        return wrong;
    if (const auto* system = member(body, "system"))
        if (auto wrong = check_content(system, "system", cached))
            return wrong;
    if (auto wrong = check_messages(body, cached))
        return wrong;
    if (auto wrong = check_thinking(body, model))
        return wrong;
    if (auto wrong = check_output(body))
        return wrong;
    return check_choices(body);
}

}  // namespace examwright

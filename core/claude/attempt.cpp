#include "core/claude/attempt.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "core/claude/error_body.hpp"
#include "core/claude/json_members.hpp"
#include "core/claude/loose_json.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

attempt_reading reading_of(verdict what, std::string sentence) {
    attempt_reading reading;
    reading.what = what;
    reading.sentence = std::move(sentence);
    return reading;
}

attempt_reading read_proxy_failure(int status) {
    const std::string number = " (HTTP " + std::to_string(status) + ")";
    if (status == 0)
        return reading_of(verdict::try_again,
                          "The proxy could not be reached, or is none. Check HTTPS_PROXY and NO_PROXY.");
    if (status == 407)
        return reading_of(verdict::fatal, "The proxy wants a user name and a password" + number +
                                              ". Set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT and "
                                              "restart the server.");
    if (status >= 500)
        return reading_of(verdict::try_again, "The proxy could not reach the model's server" + number +
                                                  ". Check ANTHROPIC_BASE_URL, then try again.");
    return reading_of(verdict::fatal, "The proxy does not let the model's server be called" + number +
                                          ". Ask whoever runs it, or check HTTPS_PROXY and NO_PROXY.");
}

attempt_reading reading_of_transport(const http_answer& answer) {
    switch (answer.outcome) {
        case http_answer::transport::connect_failed:
            return reading_of(verdict::try_again,
                              "The model's server could not be reached. Check the network, then try again.");
        case http_answer::transport::proxy_failed: return read_proxy_failure(answer.status);
        case http_answer::transport::untrusted:
            return reading_of(verdict::try_again,
                              "The certificate of the model's server is not trusted. Check "
                              "ANTHROPIC_BASE_URL, or name its authority in EXAMWRIGHT_CA_FILE.");
        case http_answer::transport::reset:
            return reading_of(verdict::try_again,
                              "The connection to the model's server broke off. Try again.");
        case http_answer::transport::timed_out:
            return reading_of(verdict::timed_out, "The model did not answer in time. Try again later.");
        case http_answer::transport::too_large:
            return reading_of(verdict::try_again,
                              "The model's server sent far more than an answer. Try again.");
        case http_answer::transport::answered: break;
    }
    return reading_of(verdict::try_again, "The model's server gave no answer. Try again.");
}

attempt_reading read_transport(const http_answer& answer) {
    using transport = http_answer::transport;
    auto reading = reading_of_transport(answer);
    const bool sent = answer.outcome == transport::reset || answer.outcome == transport::timed_out ||
                      answer.outcome == transport::too_large;
    reading.reached = sent ? attempt_reading::delivery::unknown : attempt_reading::delivery::not_sent;
    return reading;
}

attempt_reading unusable() {
    return reading_of(verdict::try_again,
                      "The model's server answered with something else than a reply. Try again.");
}

std::int64_t count_of(const json::value* value) {
    constexpr std::int64_t most = 1'000'000'000'000;  // sums of it stay far from an overflow
    const auto* count = value ? value->if_int64() : nullptr;
    return count ? std::clamp<std::int64_t>(*count, 0, most) : 0;
}

token_usage usage_of(const json::value& reply) {
    token_usage usage;
    usage.cache_write = count_of(member(&reply, {"usage", "cache_creation_input_tokens"}));
    usage.cache_read = count_of(member(&reply, {"usage", "cache_read_input_tokens"}));
    usage.input = count_of(member(&reply, {"usage", "input_tokens"})) + usage.cache_write + usage.cache_read;
    usage.output = count_of(member(&reply, {"usage", "output_tokens"}));
    return usage;
}

bool is_spend_limit(std::string_view code) {
    return code.ends_with("spend_limit_reached");  // enforced_..., contract_...
}

attempt_reading read_status(int status, std::string_view error_code) {
    if (is_spend_limit(error_code))
        return reading_of(
            verdict::fatal,
            "The Claude account has reached its spend limit: nothing is served until next month. "
            "Raise the limit, or wait.");
    const std::string number = " (HTTP " + std::to_string(status) + ")";
    switch (status) {
        case 400:
            return reading_of(verdict::give_up, "The model's server refused the request" + number +
                                                    ". Check EXAMWRIGHT_MODEL, and whether the account has a "
                                                    "spend limit that is reached.");
        case 401:
            return reading_of(verdict::fatal, "The API key was refused" + number +
                                                  ". Set a valid ANTHROPIC_API_KEY and restart the server.");
        case 402:
            return reading_of(verdict::fatal, "The Claude account has a billing problem" + number +
                                                  ". Mend it in the console, then try again.");
        case 403:
            return reading_of(verdict::fatal, "The API key may not use this model" + number +
                                                  ". Use another key or another EXAMWRIGHT_MODEL.");
        case 404:
            return reading_of(verdict::fatal, "The model's server does not know this model or address" +
                                                  number +
                                                  ". Check EXAMWRIGHT_MODEL and ANTHROPIC_BASE_URL.");
        case 413:
            return reading_of(verdict::give_up, "The request was too large for the model" + number +
                                                    ". Use a shorter document.");
        case 408:
        case 409:
            return reading_of(verdict::try_again,
                              "The model's server could not answer now" + number + ". Try again later.");
        case 429:
            return reading_of(verdict::try_again, "The model's server had too many requests" + number +
                                                      ". Wait a minute, then try again.");
        default: break;
    }
    if (status >= 500)
        return reading_of(verdict::try_again,
                          "The model's server failed or was overloaded" + number + ". Try again later.");
    if (status >= 300 && status < 400)
        return reading_of(verdict::fatal, "The model's server answered with a redirect" + number +
                                              ", which is not followed. Check ANTHROPIC_BASE_URL.");
    if (status < 300)
        return unusable();
    return reading_of(verdict::give_up, "The model's server refused the request" + number +
                                            ". Check ANTHROPIC_BASE_URL and the server's log.");
}

attempt_reading read_error(const http_answer& answer) {
    const auto body = parse_loose_json(answer.body);
    const auto* code = body ? member(&*body, {"error", "details", "error_code"}) : nullptr;
    auto reading = read_status(answer.status, string_of(code));
    if (reading.what != verdict::fatal || answer.status != 429) {  // a spend limit stays what it is
        if (answer.should_retry == true)
            reading.what = verdict::try_again;
        else if (answer.should_retry == false && reading.what == verdict::try_again)
            reading.what = verdict::give_up;
    }
    reading.retry_after = answer.retry_after;
    if (body)
        reading.server_words = words_of_error(*body);
    // An overload needs no more than our sentence; and who is not let in is told nothing of the request.
    const bool about_request = answer.status >= 400 && answer.status != 401 && answer.status != 407 &&
                               answer.status != 429 && answer.status != 503 && answer.status != 529;
    if (about_request && !reading.server_words.empty())
        reading.sentence += " The server says: \"" + reading.server_words + "\"";
    return reading;
}

/// A block of text, which some servers send without its type or as a bare string; or a tool's input, by which
/// some answer that take a schema for a tool.
std::string text_of_block(const json::value& block) {
    if (block.is_string())
        return std::string(string_of(&block));
    const auto type = string_of(member(&block, {"type"}));
    if (type == "text" || type == "output_text" || type.empty())
        return std::string(string_of(member(&block, {"text"})));
    const auto* input = member(&block, {"input"});
    return type == "tool_use" && input && input->is_object() ? json::serialize(*input) : std::string();
}

std::string joined_text(const json::value& reply) {
    const auto* content = member(&reply, {"content"});
    const auto* blocks = content ? content->if_array() : nullptr;
    if (!blocks)
        return content ? text_of_block(*content) : std::string();
    std::string text;
    for (const auto& block : *blocks)
        text += text_of_block(block);
    return text;
}

/// Local servers and gateways leave stop_reason out, or have other words for it: a text is used whatever they
/// are, unless they say that it is none or not the whole.
attempt_reading read_reply(const json::value& reply) {
    const auto reason = string_of(member(&reply, {"stop_reason"}));
    attempt_reading reading;
    if (reason == "refusal" || reason == "content_filter") {
        reading = reading_of(verdict::refused, "The model refused to work on this part of the document.");
    } else if ((reason == "max_tokens" || reason == "length") && !ends_with_whole_json(joined_text(reply))) {
        reading = reading_of(verdict::truncated, "The model's reply was cut off. Ask for fewer questions.");
    } else if (reason == "model_context_window_exceeded") {
        reading = reading_of(verdict::give_up, "The document is too long for the model. Use a shorter one.");
    } else if (auto text = joined_text(reply); text.empty() || reason == "pause_turn") {
        reading = reading_of(verdict::try_again, "The model's reply could not be used. Try again.");
    } else {
        reading.what = verdict::answered;
        reading.text = std::move(text);
    }
    reading.usage = usage_of(reply);
    return reading;
}

}  // namespace

attempt_reading read_attempt(const http_answer& answer) {
    if (answer.outcome != http_answer::transport::answered)
        return read_transport(answer);
    if (answer.status != 200 && answer.status != 201)
        return read_error(answer);
    const auto reply = parse_loose_json(answer.body);
    if (!reply || !reply->is_object())
        return unusable();
    if (const auto status = status_of_error(*reply)) {
        auto error = answer;
        error.status = *status;
        return read_error(error);
    }
    return read_reply(*reply);
}

}  // namespace examwright

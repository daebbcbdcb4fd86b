// read_attempt: what an answer of the Messages API, or the lack of one, means for its call.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "core/claude/loose_json.hpp"
#include "core/claude/messages_api.hpp"

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

attempt_reading read_transport(const http_answer& answer) {
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

attempt_reading unusable() {
    return reading_of(verdict::try_again,
                      "The model's server answered with something else than a reply. Try again.");
}

/// Walks down objects; null where a step is missing.
const json::value* member(const json::value* value, std::initializer_list<std::string_view> path) {
    for (const auto name : path) {
        const auto* object = value ? value->if_object() : nullptr;
        value = object ? object->if_contains(name) : nullptr;
    }
    return value;
}

std::string_view text_of(const json::value* value) {
    const auto* text = value ? value->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
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
    auto reading = read_status(answer.status, text_of(code));
    if (reading.what != verdict::fatal || answer.status != 429) {  // a spend limit stays what it is
        if (answer.should_retry == true)
            reading.what = verdict::try_again;
        else if (answer.should_retry == false && reading.what == verdict::try_again)
            reading.what = verdict::give_up;
    }
    reading.retry_after = answer.retry_after;
    return reading;
}

std::string joined_text(const json::value& reply) {
    std::string text;
    const auto* content = member(&reply, {"content"});
    const auto* blocks = content ? content->if_array() : nullptr;
    if (!blocks)
        return text;
    for (const auto& block : *blocks)
        if (text_of(member(&block, {"type"})) == "text")
            text += text_of(member(&block, {"text"}));
    return text;
}

attempt_reading read_reply(const json::value& reply) {
    const auto reason = text_of(member(&reply, {"stop_reason"}));
    attempt_reading reading;
    if (reason == "refusal") {
        reading = reading_of(verdict::refused, "The model refused to work on this part of the document.");
    } else if (reason == "max_tokens") {
        reading = reading_of(verdict::truncated, "The model's reply was cut off. Ask for fewer questions.");
    } else if (reason == "model_context_window_exceeded") {
        reading = reading_of(verdict::give_up, "The document is too long for the model. Use a shorter one.");
    } else if (auto text = joined_text(reply); text.empty() || reason != "end_turn") {
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
    if (answer.status != 200)
        return read_error(answer);
    const auto reply = parse_loose_json(answer.body);
    if (!reply || !reply->is_object())
        return unusable();
    return read_reply(*reply);
}

}  // namespace examwright

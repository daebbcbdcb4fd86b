#include "core/claude/messages_api.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>
#include <ctime>
#include <string>

namespace examwright {

namespace json = boost::json;
using std::chrono::milliseconds;

namespace {

milliseconds at_least_zero(double ms) {
    constexpr double week = 7 * 24 * 3600 * 1000.0;  // what goes beyond is not waited for anyway
    return milliseconds(std::llround(std::min(std::max(ms, 0.0), week)));
}

std::optional<double> number(std::string_view text) {
    text = boost::algorithm::trim_copy(text);
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() ||
        !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// "Mon, 23 Nov 2026 21:05:00 GMT" in seconds since 1970: a time_point of the system clock ends in 2262.
std::optional<std::time_t> http_date(const std::string& text) {
    std::tm parts{};
    const char* end = strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    if (!end)
        return std::nullopt;
    return timegm(&parts);
}

}  // namespace

token_usage& token_usage::operator+=(const token_usage& other) {
    input += other.input;
    output += other.output;
    cache_write += other.cache_write;
    cache_read += other.cache_read;
    return *this;
}

std::string render_message_request(const message_settings& settings, const json::object& schema,
                                   int max_tokens, const prompt& prompt) {
    return json::serialize(json::object{
        {"model", settings.model},
        {"max_tokens", max_tokens},
        {"system", prompt.system},
        {"messages", json::array{json::object{{"role", "user"}, {"content", prompt.user}}}},
        {"output_config",
         json::object{{"effort", settings.effort},
                      {"format", json::object{{"type", "json_schema"}, {"schema", schema}}}}},
    });
}

std::optional<milliseconds> parse_retry_after(std::string_view retry_after_ms, std::string_view retry_after,
                                              std::chrono::system_clock::time_point now) {
    if (const auto ms = number(retry_after_ms))
        return at_least_zero(*ms);
    if (const auto seconds = number(retry_after))
        return at_least_zero(*seconds * 1000);
    if (const auto date = http_date(std::string(retry_after)))
        return at_least_zero(std::difftime(*date, std::chrono::system_clock::to_time_t(now)) * 1000);
    return std::nullopt;
}

}  // namespace examwright

#include "server/runtime/log_line.hpp"

#include <charconv>
#include <cmath>
#include <ctime>

#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

std::string_view name_of(log_level level) {
    switch (level) {
        case log_level::debug: return "debug";
        case log_level::info: return "info";
        case log_level::warning: return "warning";
        case log_level::error: return "error";
    }
    return "info";
}

bool plain(std::string_view text) {
    for (const unsigned char c : text)
        if (c <= ' ' || c == '"' || c == '=' || c == '\\' || c >= 0x7f)
            return false;
    return !text.empty();
}

void append_escape(std::string& line, unsigned character) {
    line += "\\u00";
    line += "0123456789abcdef"[character >> 4 & 15];
    line += "0123456789abcdef"[character & 15];
}

void append_escaped(std::string& line, std::string_view text) {
    if (!is_ascii(text) && !is_valid_utf8(text))
        return append_escaped(line, to_valid_utf8(text));
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool control_of_two_bytes = c == 0xc2 && static_cast<unsigned char>(text[i + 1]) < 0xa0;
        if (control_of_two_bytes) {
            append_escape(line, static_cast<unsigned char>(text[++i]));
        } else if (c < 0x20 || c == 0x7f) {
            append_escape(line, c);
        } else {
            if (c == '"' || c == '\\')
                line += '\\';
            line += text[i];
        }
    }
}

void append_quoted(std::string& line, std::string_view text) {
    line += '"';
    append_escaped(line, text);
    line += '"';
}

template <class... Arguments>
void append_number(std::string& line, Arguments... value) {
    char digits[32];
    const auto written = std::to_chars(digits, digits + sizeof digits, value...);
    line.append(digits, written.ptr);
}

void append_value(std::string& line, const log_field& field, bool quote_always) {
    if (const auto* text = std::get_if<std::string_view>(&field.value)) {
        if (quote_always || !plain(*text))
            append_quoted(line, *text);
        else
            line += *text;
    } else if (const auto* integer = std::get_if<std::int64_t>(&field.value)) {
        append_number(line, *integer);
    } else if (const auto* number = std::get_if<double>(&field.value)) {
        if (std::isfinite(*number))
            append_number(line, *number, std::chars_format::general, 6);
        else
            line += "null";
    } else {
        line += std::get<bool>(field.value) ? "true" : "false";
    }
}

/// 2026-11-23T23:20:29.123Z. The calendar is asked once a second and thread.
void append_time(std::string& line, std::chrono::system_clock::time_point now) {
    thread_local std::time_t known = -1;
    thread_local char text[32];
    const auto since = std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch()).count();
    const auto seconds = static_cast<std::time_t>(since / 1000);
    if (seconds != known) {
        std::tm utc{};
        gmtime_r(&seconds, &utc);
        std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.", &utc);
        known = seconds;
    }
    line += text;
    const auto part = static_cast<int>(since % 1000);
    for (const int digit : {part / 100, part / 10 % 10, part % 10})
        line += static_cast<char>('0' + digit);
    line += 'Z';
}

}  // namespace

void append_log_line(std::string& out, logger::format form, std::chrono::system_clock::time_point now,
                     log_level level, std::string_view message, std::initializer_list<log_field> fields) {
    const bool json = form == logger::format::json;
    out += json ? "{\"time\":\"" : "";
    append_time(out, now);
    out += json ? "\",\"level\":\"" : " ";
    out += name_of(level);
    out += json ? "\",\"message\":\"" : " ";
    append_escaped(out, message);
    out += json ? "\"" : "";
    for (const auto& field : fields) {
        out += json ? ",\"" : " ";
        out += field.name;
        out += json ? "\":" : "=";
        append_value(out, field, json);
    }
    out += json ? "}\n" : "\n";
}

}  // namespace examwright

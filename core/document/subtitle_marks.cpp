#include "core/document/subtitle_marks.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace examwright {
namespace {

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\xEF\xBB\xBF");
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Far beyond any film: hours that are more, even more than fit in a number, count as so many.
constexpr int most_of_a_unit = 99'999;

/// "01:02:03.500", "02:03,500" as seconds.
std::optional<int> read_time(std::string_view text) {
    int seconds = 0;
    int parts = 0;
    for (;;) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc::invalid_argument || text.starts_with('-'))
            return std::nullopt;
        value = error == std::errc() ? std::min(value, most_of_a_unit) : most_of_a_unit;
        seconds = seconds * 60 + value;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        ++parts;
        if (parts > 3 || text.empty() || text.front() != ':')
            break;
        text.remove_prefix(1);
    }
    const bool ends = text.empty() || text.front() == '.' || text.front() == ',';
    return ends && (parts == 2 || parts == 3) ? std::optional(seconds) : std::nullopt;
}

bool is_number(std::string_view line) {
    return !line.empty() && line.find_first_not_of("0123456789") == line.npos;
}

}  // namespace

std::optional<int> cue_start(std::string_view line) {
    const auto arrow = line.find("-->");
    if (arrow == line.npos)
        return std::nullopt;
    const auto end = without_blanks(line.substr(arrow + 3));
    if (!read_time(end.substr(0, end.find_first_of(" \t"))))
        return std::nullopt;
    return read_time(without_blanks(line.substr(0, arrow)));
}

bool is_subtitles(std::string_view text) {
    for (int filled = 0; filled < 2 && !text.empty();) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = without_blanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        if (filled == 0 && line.starts_with("WEBVTT") &&
            (line.size() == 6 || line[6] == ' ' || line[6] == '\t'))
            return true;
        if (cue_start(line))
            return true;
        if (!is_number(line))
            return false;
        ++filled;
    }
    return false;
}

}  // namespace examwright

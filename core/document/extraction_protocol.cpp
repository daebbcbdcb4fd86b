#include "core/document/extraction_protocol.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/document/page_name.hpp"
#include "core/document/page_range.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t longest_line = 64;
constexpr std::size_t most_spans = 400'000;

/// Takes the first word off a line.
std::string_view take_word(std::string_view& rest) {
    const auto end = rest.find(' ');
    const auto word = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    return word;
}

std::optional<std::size_t> take_number(std::string_view& rest) {
    const auto word = take_word(rest);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

bool add_page(std::vector<int>& pages, std::string_view rest) {
    const auto number = take_number(rest);
    if (!number || *number < 1 || *number > highest_page || !rest.empty())
        return false;
    const int page = static_cast<int>(*number);
    if (!pages.empty() && pages.back() >= page)
        return false;
    pages.push_back(page);
    return true;
}

void add_pages(std::string& out, const char* name, const std::vector<int>& pages) {
    for (const int page : pages)
        out += std::string(name) + " " + std::to_string(page) + "\n";
}

}  // namespace

std::string progress_line(int pages_done, int pages_total) {
    return "progress " + std::to_string(pages_done) + " " + std::to_string(pages_total) + "\n";
}

std::string report_lines(const extraction_report& report) {
    constexpr std::size_t bytes_a_span = 40, bytes_besides = 1000;
    std::string out;
    out.reserve(report.text.size() + report.spans.size() * bytes_a_span + bytes_besides);
    out.append("text ").append(std::to_string(report.text.size())).append("\n");
    out.append(report.text).append("\n");
    out.append("page_name ").append(report.page_name).append("\n");
    for (const auto& span : report.spans)
        out.append("span ")
            .append(name_of(span.kind))
            .append(" " + std::to_string(span.begin) + " " + std::to_string(span.end) + "\n");
    add_pages(out, "ocr_page", report.ocr_pages);
    add_pages(out, "unread_page", report.unread_pages);
    out += "end\n";
    return out;
}

bool extraction_protocol_reader::feed(std::string_view piece) {
    while (!piece.empty() && state_ != state::failed) {
        if (state_ == state::text) {
            take_text(piece);
            continue;
        }
        const auto end = piece.find('\n');
        line_ += piece.substr(0, std::min(end, longest_line + 1));
        if (line_.size() > longest_line || state_ == state::done) {
            state_ = state::failed;
            break;
        }
        if (end == piece.npos)
            break;
        piece.remove_prefix(end + 1);
        if (!read_line(line_))
            state_ = state::failed;
        line_.clear();
    }
    return state_ != state::failed;
}

void extraction_protocol_reader::take_text(std::string_view& piece) {
    const auto taken = std::min(text_left_, piece.size());
    report_.text += piece.substr(0, taken);
    piece.remove_prefix(taken);
    text_left_ -= taken;
    if (text_left_ == 0)
        state_ = state::after_text;
}

bool extraction_protocol_reader::read_line(std::string_view line) {
    if (state_ == state::before_text)
        return read_before_text(line);
    if (state_ == state::structure)
        return read_structure(line);
    state_ = state::structure;  // the line feed after the text
    return line.empty() && is_valid_utf8(report_.text);
}

bool extraction_protocol_reader::read_before_text(std::string_view line) {
    const auto name = take_word(line);
    const auto first = take_number(line);
    if (!first)
        return false;
    if (name == "text") {
        text_left_ = *first;
        state_ = *first > 0 ? state::text : state::after_text;
        return line.empty() && *first <= max_text_;
    }
    const auto total = take_number(line);
    if (name != "progress" || !total || !line.empty() || *total > highest_page || *first > *total)
        return false;
    const int done = static_cast<int>(*first);
    if (pages_total_ > 0 && (done <= pages_done_ || static_cast<int>(*total) != pages_total_))
        return false;  // each page once: who reports progress for ever would never meet a deadline
    pages_done_ = done;
    pages_total_ = static_cast<int>(*total);
    return true;
}

bool extraction_protocol_reader::read_structure(std::string_view line) {
    const auto name = take_word(line);
    if (name == "span")
        return read_span(line);
    if (name == "ocr_page")
        return add_page(report_.ocr_pages, line);
    if (name == "unread_page")
        return add_page(report_.unread_pages, line);
    if (name == "page_name") {
        report_.page_name = line;
        return is_page_name(line);
    }
    state_ = state::done;
    return name == "end" && line.empty();
}

bool extraction_protocol_reader::read_span(std::string_view fields) {
    const auto kind = block_kind_named(take_word(fields));
    const auto begin = take_number(fields);
    const auto end = take_number(fields);
    if (!kind || !begin || !end || !fields.empty() || report_.spans.size() == most_spans)
        return false;
    const std::size_t last = report_.spans.empty() ? 0 : report_.spans.back().end;
    const auto& text = report_.text;
    if (*begin < last || *end <= *begin || *end > text.size())
        return false;
    if (code_point_start(text, *begin) != *begin ||
        (*end < text.size() && code_point_start(text, *end) != *end))
        return false;
    report_.spans.push_back({*kind, *begin, *end});
    return true;
}

}  // namespace examwright

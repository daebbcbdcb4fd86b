#include "core/http/multipart.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <utility>

#include "core/http/encoded_words.hpp"
#include "core/text/percent_decoding.hpp"

namespace examwright {

namespace ba = boost::algorithm;

namespace {

constexpr std::size_t header_limit = 8 * 1024;

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// What stands between the quote at the front of text and the next; both are cut off.
std::string cut_quoted(std::string_view& text) {
    std::string value;
    std::size_t i = 1;
    for (; i < text.size() && text[i] != '"'; ++i) {
        // Only an escaped quote or backslash: browsers send a Windows path's backslashes as they are.
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\'))
            ++i;
        value += text[i];
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    return value;
}

/// The value of `name` in `form-data; name="a"; filename="b"`, quoted or bare.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    header.remove_prefix(std::min(header.find(';'), header.size()));
    while (!header.empty()) {
        header.remove_prefix(1);
        const auto end = std::min(header.find_first_of("=;"), header.size());
        const auto key = without_blanks(header.substr(0, end));
        header.remove_prefix(end);
        std::string value;
        if (header.starts_with('=')) {
            header = without_blanks(header.substr(1));
            if (header.starts_with('"'))
                value = cut_quoted(header);
            else
                value = without_blanks(header.substr(0, header.find(';')));
        }
        if (ba::iequals(key, name))
            return value;
        header.remove_prefix(std::min(header.find(';'), header.size()));
    }
    return std::nullopt;
}

/// filename*=UTF-8''na%C3%AFve.pdf (RFC 8187).
std::optional<std::string> extended_filename(std::string_view disposition) {
    const auto raw = parameter(disposition, "filename*");
    if (!raw || !ba::istarts_with(*raw, "UTF-8'"))
        return std::nullopt;
    const auto begin = raw->find('\'', 6);
    if (begin == raw->npos)
        return std::nullopt;
    return percent_decoded(std::string_view(*raw).substr(begin + 1));
}

std::optional<multipart_part> read_part(std::string_view header) {
    constexpr std::string_view disposition = "content-disposition:";
    while (!header.empty()) {
        const auto end = std::min(header.find("\r\n"), header.size());
        const auto line = header.substr(0, end);
        header.remove_prefix(std::min(end + 2, header.size()));
        if (!ba::istarts_with(line, disposition))
            continue;
        const auto name = parameter(line, "name");
        if (!name)
            return std::nullopt;
        auto filename = extended_filename(line);
        if (!filename)
            filename = parameter(line, "filename");
        if (filename)
            filename = decode_encoded_words(*filename);
        return multipart_part{*name, std::move(filename)};
    }
    return std::nullopt;
}

constexpr std::size_t too_far = std::string_view::npos - 1;

/// Where a header or a boundary's line ends: npos for not yet, too_far for not within the limit, in whatever
/// pieces it comes.
std::size_t end_within_limit(std::string_view text, std::string_view mark) {
    const auto end = text.substr(0, header_limit + mark.size()).find(mark);
    return end == text.npos && text.size() >= header_limit + mark.size() ? too_far : end;
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    if (!ba::iequals(without_blanks(content_type.substr(0, content_type.find(';'))), "multipart/form-data"))
        return std::nullopt;
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70)  // RFC 2046: 70 characters at most
        return std::nullopt;
    return boundary;
}

multipart_parser::multipart_parser(std::string_view boundary, handlers on)
    : delimiter_("\r\n--" + std::string(boundary)), on_(std::move(on)), pending_("\r\n") {}

result<void> multipart_parser::feed(std::string_view piece) {
    pending_.erase(0, at_);
    at_ = 0;
    pending_ += piece;
    std::optional<problem> error;
    while (state_ != state::epilogue && step(error)) {
    }
    if (error)
        return *error;
    if (state_ == state::epilogue)
        at_ = pending_.size();
    return {};
}

/// False where more input is needed.
bool multipart_parser::step(std::optional<problem>& error) {
    switch (state_) {
        case state::preamble:
        case state::content: return read_content();
        case state::after_boundary: return read_boundary(error);
        case state::header: return read_header(error);
        case state::epilogue: break;
    }
    return false;
}

/// Up to the next delimiter: a part's content, or what stands before the first part and is of no interest.
bool multipart_parser::read_content() {
    const auto emit_up_to = [this](std::size_t end) {
        if (state_ == state::content && end > at_)
            on_.data(std::string_view(pending_).substr(at_, end - at_));
        at_ = end;
    };
    const auto found = pending_.find(delimiter_, at_);
    if (found == pending_.npos) {
        // What may be the start of a delimiter stays.
        emit_up_to(pending_.size() - std::min(pending_.size() - at_, delimiter_.size() - 1));
        return false;
    }
    emit_up_to(found);
    if (state_ == state::content)
        on_.end();
    at_ += delimiter_.size();
    state_ = state::after_boundary;
    return true;
}

bool multipart_parser::read_boundary(std::optional<problem>& error) {
    const auto rest = std::string_view(pending_).substr(at_);
    if (rest.starts_with("--")) {
        state_ = state::epilogue;
        return true;
    }
    const auto line_end = end_within_limit(rest, "\r\n");
    if (line_end == too_far)
        error = invalid("A boundary of the form is not followed by a line's end.");
    if (line_end >= too_far)
        return false;
    at_ += line_end;  // the line's end stays: an empty header is "\r\n\r\n"
    state_ = state::header;
    return true;
}

bool multipart_parser::read_header(std::optional<problem>& error) {
    const auto rest = std::string_view(pending_).substr(at_);
    const auto end = end_within_limit(rest, "\r\n\r\n");
    if (end == too_far)
        error = invalid("A part of the form has a header that is too long.");
    if (end >= too_far)
        return false;
    const auto part = read_part(rest.substr(0, end));
    if (!part) {
        error = invalid("A part of the form has no name.");
        return false;
    }
    at_ += end + 4;
    on_.begin(*part);
    state_ = state::content;
    return true;
}

}  // namespace examwright

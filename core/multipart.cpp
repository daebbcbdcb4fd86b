#include "core/multipart.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <utility>

namespace examwright {

namespace ba = boost::algorithm;

namespace {

constexpr std::size_t header_limit = 8 * 1024;

/// The value of `name` in `form-data; name="a"; filename="b"`, quoted or bare.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    std::size_t at = header.find(';');
    while (at != header.npos) {
        std::string_view rest = header.substr(at + 1);
        while (!rest.empty() && rest.front() == ' ')
            rest.remove_prefix(1);
        const auto equals = rest.find('=');
        if (equals == rest.npos)
            return std::nullopt;
        const bool found = ba::iequals(rest.substr(0, equals), name);
        std::string value;
        std::size_t i = equals + 1;
        if (i < rest.size() && rest[i] == '"') {
            for (++i; i < rest.size() && rest[i] != '"'; ++i) {
                // Only an escaped quote or backslash: browsers send a Windows path's backslashes as they are.
                if (rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\'))
                    ++i;
                value += rest[i];
            }
        } else {
            for (; i < rest.size() && rest[i] != ';'; ++i)
                value += rest[i];
            ba::trim(value);
        }
        if (found)
            return value;
        const auto next = rest.find(';', i);
        at = next == rest.npos ? header.npos : static_cast<std::size_t>(rest.data() - header.data()) + next;
    }
    return std::nullopt;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// filename*=UTF-8''na%C3%AFve.pdf (RFC 8187).
std::optional<std::string> extended_filename(std::string_view disposition) {
    const auto raw = parameter(disposition, "filename*");
    if (!raw || !ba::istarts_with(*raw, "UTF-8'"))
        return std::nullopt;
    const auto begin = raw->find('\'', 6);
    if (begin == raw->npos)
        return std::nullopt;
    std::string name;
    for (std::size_t i = begin + 1; i < raw->size(); ++i) {
        const bool encoded = (*raw)[i] == '%' && i + 2 < raw->size() && hex_digit((*raw)[i + 1]) >= 0 &&
                             hex_digit((*raw)[i + 2]) >= 0;
        if (encoded) {
            name += static_cast<char>(hex_digit((*raw)[i + 1]) * 16 + hex_digit((*raw)[i + 2]));
            i += 2;
        } else {
            name += (*raw)[i];
        }
    }
    return name;
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
        return multipart_part{*name, filename ? filename : parameter(line, "filename")};
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    if (!ba::istarts_with(content_type, "multipart/form-data"))
        return std::nullopt;
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70)  // RFC 2046: 70 characters at most
        return std::nullopt;
    return boundary;
}

multipart_parser::multipart_parser(std::string_view boundary, handlers on)
    : delimiter_("\r\n--" + std::string(boundary)), on_(std::move(on)), pending_("\r\n") {}

result<void> multipart_parser::feed(std::string_view piece) {
    pending_ += piece;
    std::optional<problem> error;
    while (state_ != state::epilogue && step(error)) {
    }
    if (error)
        return *error;
    if (state_ == state::epilogue)
        pending_.clear();
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
    const auto emit = [this](std::size_t count) {
        if (state_ == state::content && count > 0)
            on_.data(std::string_view(pending_).substr(0, count));
    };
    const auto found = pending_.find(delimiter_);
    if (found == pending_.npos) {
        // What may be the start of a delimiter stays.
        const std::size_t keep = std::min(pending_.size(), delimiter_.size() - 1);
        emit(pending_.size() - keep);
        pending_.erase(0, pending_.size() - keep);
        return false;
    }
    emit(found);
    if (state_ == state::content)
        on_.end();
    pending_.erase(0, found + delimiter_.size());
    state_ = state::after_boundary;
    return true;
}

bool multipart_parser::read_boundary(std::optional<problem>& error) {
    const auto line_end = pending_.find("\r\n");
    if (pending_.starts_with("--")) {
        state_ = state::epilogue;
        return true;
    }
    if (line_end == pending_.npos) {
        if (pending_.size() > header_limit)
            error = invalid("A boundary of the form is not followed by a line's end.");
        return false;
    }
    pending_.erase(0, line_end);  // the line's end stays: an empty header is "\r\n\r\n"
    state_ = state::header;
    return true;
}

bool multipart_parser::read_header(std::optional<problem>& error) {
    const auto end = pending_.find("\r\n\r\n");
    if (end == pending_.npos) {
        if (pending_.size() > header_limit)
            error = invalid("A part of the form has a header that is too long.");
        return false;
    }
    const auto part = read_part(std::string_view(pending_).substr(0, end));
    if (!part) {
        error = invalid("A part of the form has no name.");
        return false;
    }
    pending_.erase(0, end + 4);
    // An empty part's delimiter follows at once: "\r\n" belongs to it.
    state_ = state::content;
    on_.begin(*part);
    return true;
}

}  // namespace examwright

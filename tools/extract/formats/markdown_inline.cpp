#include "tools/extract/formats/markdown_inline.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace examwright::extract {

namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

/// Reads a line from its front, a construct or a character at a time.
class inline_reader {
  public:
    inline_reader(std::string_view line, int depth) : line_(line), depth_(depth) {}

    std::string read() {
        while (at_ < line_.size()) {
            const char c = line_[at_];
            if (c == '\\' && at_ + 1 < line_.size() &&
                std::ispunct(static_cast<unsigned char>(line_[at_ + 1]))) {
                out_ += line_[at_ + 1];
                at_ += 2;
            } else if (!((c == '`' && code()) || (c == '!' && link(1)) || (c == '[' && link(0)) ||
                         (c == '<' && tag()) || ((c == '*' || c == '_' || c == '~') && emphasis()))) {
                out_ += c;
                ++at_;
            }
        }
        return std::move(out_);
    }

  private:
    std::string_view rest() const { return line_.substr(at_); }

    bool code() {
        const auto ticks = rest().substr(0, std::min(rest().find_first_not_of('`'), rest().size()));
        const auto end = line_.find(ticks, at_ + ticks.size());
        if (end == std::string_view::npos)
            return false;
        out_ += line_.substr(at_ + ticks.size(), end - at_ - ticks.size());
        at_ = end + ticks.size();
        return true;
    }

    /// [text](target), [text][id], ![alt](target), [^note]. before: 1 for the exclamation mark.
    bool link(std::size_t before) {
        if (depth_ > 4 || !rest().substr(before).starts_with('['))
            return false;
        const auto open = at_ + before;
        const auto close = matching(open, '[', ']');
        if (close == std::string_view::npos)
            return false;
        const auto text = line_.substr(open + 1, close - open - 1);
        auto end = close;
        if (close + 1 < line_.size() && line_[close + 1] == '(')
            end = matching(close + 1, '(', ')');
        else if (close + 1 < line_.size() && line_[close + 1] == '[')
            end = matching(close + 1, '[', ']');
        else if (!text.starts_with('^'))
            return false;  // brackets that are no link
        if (end == std::string_view::npos)
            return false;
        if (!text.starts_with('^'))
            out_ += inline_reader(text, depth_ + 1).read();
        at_ = end + 1;
        return true;
    }

    std::size_t matching(std::size_t open, char opening, char closing) const {
        int depth = 0;
        for (auto i = open; i < line_.size(); ++i) {
            depth += line_[i] == opening ? 1 : line_[i] == closing ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return std::string_view::npos;
    }

    /// An HTML tag goes; of <https://example.org> the address stays.
    bool tag() {
        const auto end = line_.find('>', at_);
        if (end == std::string_view::npos || end == at_ + 1)
            return false;
        const auto inside = line_.substr(at_ + 1, end - at_ - 1);
        if (inside.find("://") != std::string_view::npos && inside.find(' ') == std::string_view::npos)
            out_ += inside;
        else if (!std::isalpha(static_cast<unsigned char>(inside[0])) && inside[0] != '/')
            return false;
        at_ = end + 1;
        return true;
    }

    /// A run of marks goes, unless blanks on both sides (a product) or letters (snake_case) say that it is
    /// text.
    bool emphasis() {
        const char mark = line_[at_];
        const auto length = std::min(rest().find_first_not_of(mark), rest().size());
        const char before = at_ == 0 ? ' ' : line_[at_ - 1];
        const char after = at_ + length < line_.size() ? line_[at_ + length] : ' ';
        const bool text = (before == ' ' && after == ' ') ||
                          (mark == '_' && is_word(before) && is_word(after)) || (mark == '~' && length != 2);
        if (text)
            out_.append(length, mark);
        at_ += length;
        return true;
    }

    std::string_view line_;
    int depth_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::string without_comments(std::string_view text) {
    std::string out;
    while (true) {
        const auto open = text.find("<!--");
        const auto close = open == std::string_view::npos ? open : text.find("-->", open);
        if (close == std::string_view::npos)
            return out.append(text);
        out.append(text.substr(0, open));
        text.remove_prefix(close + 3);
    }
}

std::string inline_to_text(std::string_view line) {
    return inline_reader(line, 0).read();
}

}  // namespace examwright::extract

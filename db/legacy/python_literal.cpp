#include "db/legacy/python_literal.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <utility>

#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::pair<std::string_view, std::string_view> names[] = {
    {"None", "null"}, {"True", "true"}, {"False", "false"}};

bool is_word_character(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

class literal_reader {
  public:
    explicit literal_reader(std::string_view text) : text_(text) {}

    std::optional<std::string> read() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\'' || c == '"') {
                if (!read_string())
                    return std::nullopt;
            } else if (is_word_character(c)) {
                read_word();
            } else {
                json_ += c == '(' ? '[' : c == ')' ? ']' : c;
                ++at_;
            }
        }
        return std::move(json_);
    }

  private:
    void read_word() {
        const auto from = at_;
        while (at_ < text_.size() && is_word_character(text_[at_]))
            ++at_;
        const auto word = text_.substr(from, at_ - from);
        const bool is_prefix = word == "u" && at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"');
        for (const auto& [python, json] : names)
            if (word == python) {
                json_ += json;
                return;
            }
        if (!is_prefix)
            json_ += word;
    }

    /// Whether the text has its end.
    bool read_string() {
        const char quote = text_[at_++];
        std::string content;
        while (at_ < text_.size() && text_[at_] != quote) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size())
                read_escape(content);
            else
                content += text_[at_++];
        }
        if (at_ == text_.size())
            return false;
        ++at_;
        json_ += boost::json::serialize(boost::json::value(content));
        return true;
    }

    void read_escape(std::string& content) {
        const char c = text_[at_ + 1];
        at_ += 2;
        switch (c) {
            case 'n': content += '\n'; return;
            case 't': content += '\t'; return;
            case 'r': content += '\r'; return;
            case 'x': return read_code(content, c, 2);
            case 'u': return read_code(content, c, 4);
            case 'U': return read_code(content, c, 8);
            case '\\':
            case '\'':
            case '"': content += c; return;
            default: (content += '\\') += c;  // as Python has it
        }
    }

    void read_code(std::string& content, char kind, std::size_t digits) {
        const auto code = text_.substr(at_, digits);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
        const bool is_code = error == std::errc() && end == code.data() + digits && value <= 0x10FFFF &&
                             (value < 0xD800 || value > 0xDFFF);
        if (is_code)
            append_utf8(content, value);
        else
            (content += '\\') += kind;
        at_ += is_code ? digits : 0;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string json_;
};

}  // namespace

std::optional<std::string> python_literal_to_json(std::string_view text) {
    return literal_reader(text).read();
}

}  // namespace examwright

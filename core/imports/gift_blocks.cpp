#include "core/imports/gift_blocks.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::string_view escapable = "\\~=#{}:";
constexpr std::string_view category_mark = "$CATEGORY:";
constexpr std::string_view tag_mark = "[tag:";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return text;
}

/// The next line, cut off the front of text with its end: \n, \r\n or \r.
std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = text.substr(0, end);
    const bool two = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(text.size(), end + (two ? 2 : 1)));
    return line;
}

void add_tags(std::string_view comment, std::vector<std::string>& tags) {
    for (auto at = comment.find(tag_mark); at != comment.npos; at = comment.find(tag_mark)) {
        comment.remove_prefix(at + tag_mark.size());
        const auto end = comment.find(']');
        if (end == comment.npos)
            return;
        tags.emplace_back(trimmed(comment.substr(0, end)));
        comment.remove_prefix(end);
    }
}

/// Parts of a file as its lines come.
class block_splitter {
  public:
    void add(std::string_view line, int number) {
        const auto words = trimmed(line);
        if (words.empty())
            ended_ = !block_.text.empty();
        else if (words.starts_with("//"))
            add_comment(words);
        else
            add_words(words, number);
    }

    std::vector<gift_block> finish() {
        finish_block();
        return std::move(blocks_);
    }

  private:
    void add_comment(std::string_view words) {
        if (ended_ && !goes_on("=~"))
            finish_block();
        add_tags(words, block_.tags);
    }

    void add_words(std::string_view words, int number) {
        const bool is_category = words.starts_with(category_mark);
        if ((ended_ && !goes_on(words)) || is_category || begins_another(words))
            finish_block();
        ended_ = false;
        if (is_category) {
            category_ = trimmed(words.substr(category_mark.size()));
            return;
        }
        if (block_.text.empty())
            block_.line = number;
        block_.text.append(block_.text.empty() ? "" : "\n").append(words);
        count_braces(words);
    }

    /// Whether these words behind a blank line belong to the answers above it.
    bool goes_on(std::string_view words) const {
        if (std::string_view("=~}#").find(words.front()) == std::string_view::npos)
            return false;
        return braces_ == 1;
    }

    /// Whether words below answers that have ended are a question of their own, without a blank line between.
    bool begins_another(std::string_view words) const {
        return braces_ > 1 && (words.starts_with("::") || find_gift_mark(words, "{", 0) != words.npos);
    }

    void count_braces(std::string_view words) {
        for (std::size_t at = 0; (at = find_gift_mark(words, "{}", at)) != words.npos; ++at)
            if (words[at] == (braces_ == 0 ? '{' : '}'))
                ++braces_;
    }

    void finish_block() {
        block_.category = category_;
        if (!block_.text.empty())
            blocks_.push_back(std::move(block_));
        block_ = {};
        braces_ = 0;
        ended_ = false;
    }

    std::vector<gift_block> blocks_;
    gift_block block_;
    std::string category_;
    int braces_ = 0;      // 1: the answers have begun, 2 or more: they have ended
    bool ended_ = false;  // a blank line came
};

/// "// question: 15  name: Lemon" and "// [id:...]" are Moodle's, not a title.
bool is_title(std::string_view comment) {
    return comment.find('[') == comment.npos && !comment.starts_with("question:");
}

}  // namespace

std::vector<gift_block> split_gift(std::string_view text) {
    block_splitter splitter;
    text = without_mark(text);
    for (int number = 1; !text.empty(); ++number)
        splitter.add(next_line(text), number);
    return splitter.finish();
}

std::string gift_title(std::string_view text) {
    text = without_mark(text);
    auto line = trimmed(next_line(text));
    if (!line.starts_with("//"))
        return {};
    line = trimmed(line.substr(2));
    return is_title(line) ? std::string(line) : std::string();
}

std::size_t find_gift(std::string_view text, std::string_view wanted, std::size_t from) {
    for (auto i = from; i < text.size(); ++i) {
        if (text.substr(i).starts_with(wanted))
            return i;
        if (text[i] == '\\')
            ++i;
    }
    return text.npos;
}

std::size_t find_gift_mark(std::string_view text, std::string_view characters, std::size_t from) {
    for (auto i = from; i < text.size(); ++i) {
        if (characters.find(text[i]) != characters.npos)
            return i;
        if (text[i] == '\\')
            ++i;
    }
    return text.npos;
}

std::string gift_text(std::string_view text) {
    text = trimmed(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] == '\\' && (next == 'n' || escapable.find(next) != escapable.npos)) {
            out += next == 'n' ? '\n' : next;
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace examwright

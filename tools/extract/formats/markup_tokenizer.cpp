#include "tools/extract/formats/markup_tokenizer.hpp"

#include <algorithm>
#include <array>

#include "core/text/ascii.hpp"
#include "tools/extract/formats/character_references.hpp"
#include "tools/extract/formats/name_list.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_attributes = 64;  // of a tag; more are passed over

// Elements whose content is no markup. The texts of the first kind are never shown.
constexpr std::array hidden_texts = {"script"sv, "style"sv, "noembed"sv, "noframes"sv, "iframe"sv, "xmp"sv};
constexpr std::array raw_texts = {"title"sv, "textarea"sv};

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

class tokenizer {
  public:
    tokenizer(std::string_view page, bool xhtml, const std::function<void(const markup_tag&)>& on_tag,
              const std::function<void(std::string_view)>& on_text)
        : page_(page), xhtml_(xhtml), on_tag_(on_tag), on_text_(on_text) {}

    void run() {
        while (at_ < page_.size()) {
            if (page_[at_] != '<' || !read_markup())
                read_text();
        }
    }

  private:
    std::string_view rest() const { return page_.substr(at_); }

    void read_text() {
        const auto end = std::min(page_.find('<', at_ + 1), page_.size());
        on_text_(decode_references(page_.substr(at_, end - at_)));
        at_ = end;
    }

    /// Moves behind `mark`, or to the end where there is none.
    void skip_past(std::string_view mark) {
        const auto end = page_.find(mark, at_);
        at_ = end == page_.npos ? page_.size() : end + mark.size();
    }

    bool read_markup() {
        if (rest().starts_with("<!--")) {
            at_ += 4;
            skip_past(rest().starts_with(">") ? ">" : "-->");
            return true;
        }
        if (rest().starts_with("<![CDATA[")) {
            at_ += 9;
            const auto end = std::min(page_.find("]]>", at_), page_.size());
            on_text_(page_.substr(at_, end - at_));
            at_ = std::min(end + 3, page_.size());
            return true;
        }
        if (rest().starts_with("<!") || rest().starts_with("<?")) {
            skip_past(">");
            return true;
        }
        const bool closing = rest().starts_with("</");
        const auto name_at = at_ + (closing ? 2 : 1);
        if (name_at >= page_.size() || !is_ascii_letter(page_[name_at]))
            return false;
        at_ = name_at;
        read_tag(closing);
        return true;
    }

    void read_tag(bool closing) {
        markup_tag tag;
        tag.closing = closing;
        tag.name = read_name();
        if (const auto colon = tag.name.find(':'); colon != tag.name.npos)
            tag.name.erase(0, colon + 1);  // xhtml:p
        while (at_ < page_.size() && page_[at_] != '>') {
            if (page_[at_] == '/' && rest().starts_with("/>"))
                tag.self_closing = true;
            if (is_blank(page_[at_]) || page_[at_] == '/')
                ++at_;
            else
                read_attribute(tag);
        }
        at_ = std::min(at_ + 1, page_.size());
        on_tag_(tag);
        if (!closing && !(tag.self_closing && xhtml_))
            skip_content(tag.name);
    }

    std::string read_name() {
        const auto begin = at_;
        while (at_ < page_.size() && !is_blank(page_[at_]) && page_[at_] != '>' && page_[at_] != '/' &&
               page_[at_] != '=')
            ++at_;
        return lower(page_.substr(begin, at_ - begin));
    }

    void read_attribute(markup_tag& tag) {
        auto name = read_name();
        if (name.empty())
            ++at_;  // a stray sign
        while (at_ < page_.size() && is_blank(page_[at_]))
            ++at_;
        std::string value;
        if (at_ < page_.size() && page_[at_] == '=')
            value = read_value();
        if (tag.attributes.size() < most_attributes && !name.empty())
            tag.attributes.emplace_back(std::move(name), std::move(value));
    }

    std::string read_value() {
        ++at_;
        while (at_ < page_.size() && is_blank(page_[at_]))
            ++at_;
        const bool quoted = at_ < page_.size() && (page_[at_] == '"' || page_[at_] == '\'');
        const auto begin = at_ + (quoted ? 1 : 0);
        const auto end = std::min(
            quoted ? page_.find(page_[at_], begin) : page_.find_first_of(" \t\n\r\f>", begin), page_.size());
        at_ = std::min(end + (quoted ? 1 : 0), page_.size());
        return decode_references(page_.substr(begin, end - begin));
    }

    /// Of an element whose content is no markup.
    void skip_content(const std::string& name) {
        const bool hidden = among(hidden_texts, name);
        if (!hidden && !among(raw_texts, name))
            return;
        auto end = at_;
        for (;;) {
            end = page_.find("</", end);
            if (end == page_.npos || lower(page_.substr(end + 2, name.size())) == name)
                break;
            end += 2;
        }
        end = std::min(end, page_.size());
        if (!hidden)
            on_text_(decode_references(page_.substr(at_, end - at_)));
        at_ = end;
    }

    std::string_view page_;
    bool xhtml_;
    const std::function<void(const markup_tag&)>& on_tag_;
    const std::function<void(std::string_view)>& on_text_;
    std::size_t at_ = 0;
};

}  // namespace

std::string_view markup_tag::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted)
            return value;
    return {};
}

bool markup_tag::has(std::string_view wanted) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& each) { return each.first == wanted; });
}

void tokenize_markup(std::string_view page, bool xhtml, const std::function<void(const markup_tag&)>& on_tag,
                     const std::function<void(std::string_view)>& on_text) {
    tokenizer(page, xhtml, on_tag, on_text).run();
}

}  // namespace examwright::extract

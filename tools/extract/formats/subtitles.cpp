#include "tools/extract/formats/subtitles.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "core/document/subtitle_marks.hpp"
#include "core/text/unicode.hpp"
#include "tools/extract/formats/cue_line.hpp"
#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/plain_text.hpp"

namespace examwright::extract {

namespace {

constexpr int page_seconds = 300;
constexpr int longest_film = 100 * 3600;
constexpr int pause_seconds = 20;  // after which a paragraph begins

std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + (text.substr(end, 2) == "\r\n" ? 2u : 1u), text.size()));
    return line;
}

bool ends_sentence(std::string_view text) {
    static constexpr std::u32string_view stops = U".!?…。！？।";
    const auto last = text.find_last_not_of(" \"')]");
    return last != text.npos && stops.find(decode_at(text, code_point_start(text, last)).value) != stops.npos;
}

class subtitle_reader {
  public:
    extracted read(std::string_view text) {
        bool in_cue = false;
        bool skipping = false;  // NOTE, STYLE, REGION: up to the next blank line
        while (!text.empty()) {
            const auto line = trimmed(take_line(text));
            if (const auto start = cue_start(line)) {
                begin_cue(*start);
                in_cue = true;
                skipping = false;
            } else if (line.empty()) {
                in_cue = skipping = false;
            } else if (!in_cue && (line.starts_with("NOTE") || line.starts_with("STYLE") ||
                                   line.starts_with("REGION"))) {
                skipping = true;
            } else if (in_cue && !skipping) {
                add_line(line);
            }
        }
        end_paragraph();
        return pages_.take("minute");
    }

  private:
    void begin_cue(int start) {
        start = std::clamp(start, 0, longest_film);
        if (start - last_start_ > pause_seconds && ends_sentence(paragraph_))
            end_paragraph();
        last_start_ = start;
        const int wanted = start / page_seconds;
        if (wanted <= page_)
            return;
        const bool goes_on = !paragraph_.empty() && !ends_sentence(paragraph_);
        end_paragraph();
        if (auto* last = pages_.last_block())
            last->goes_on = goes_on;
        for (; page_ < wanted; ++page_)
            pages_.next_page();
    }

    void add_line(std::string_view line) {
        const auto read = read_cue_line(line);
        begin_speech(read.speaker);
        std::string_view plain = read.text;
        const bool other_speaker = plain.starts_with(">>") && !plain.starts_with(">>=");
        if (other_speaker)
            plain = trimmed(plain.substr(std::min(plain.find_first_not_of('>'), plain.size())));
        const auto words = std::string(trimmed(without_marks(plain)));
        if (words.empty() || std::find(shown_.begin(), shown_.end(), words) != shown_.end())
            return;
        constexpr std::size_t lines_on_screen = 3;
        shown_.push_back(words);
        if (shown_.size() > lines_on_screen)
            shown_.pop_front();
        if (other_speaker || words.starts_with("- ") || words.starts_with("– "))
            end_paragraph();
        append_line(paragraph_, words);
    }

    void begin_speech(const std::string& speaker) {
        if (speaker.empty() || speaker == speaker_)
            return;
        end_paragraph();
        speaker_ = speaker;
        paragraph_ = speaker_ + ":";
    }

    /// Without "{\an8}", and what only says that there is music or applause.
    static std::string without_marks(std::string_view text) {
        std::string out;
        while (!text.empty()) {
            const auto open = text.find("{\\");
            const auto close = open == text.npos ? text.npos : text.find('}', open);
            out += text.substr(0, close == text.npos ? text.npos : open);
            text.remove_prefix(close == text.npos ? text.size() : close + 1);
        }
        const auto plain = trimmed(out);
        const bool sound = (plain.starts_with('[') && plain.ends_with(']')) ||
                           (plain.starts_with('(') && plain.ends_with(')')) || plain.starts_with("♪");
        return sound ? std::string() : out;
    }

    void end_paragraph() { pages_.add(block_kind::prose, std::exchange(paragraph_, {})); }

    page_builder pages_;
    std::string paragraph_;
    std::string speaker_;
    std::deque<std::string> shown_;  // the last lines: a rolling caption shows them again
    int page_ = 0;
    int last_start_ = 0;
};

}  // namespace

extracted read_subtitles(std::string_view bytes) {
    return subtitle_reader().read(decode_text(bytes));
}

}  // namespace examwright::extract

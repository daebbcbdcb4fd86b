#include "core/document/chunks.hpp"

#include <algorithm>
#include <cmath>

#include "core/document/sentences.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

/// A sentence, or a piece of one that is longer than a chunk, with its place in code points.
struct piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t first_character = 0;
    std::size_t last_character = 0;  // one past
};

/// Cuts sentences at a space where they are longer than a chunk. The pieces have the size of an overlap, so
/// that those of one sentence can overlap as well.
class cutter {
  public:
    cutter(std::string_view text, std::size_t longest, std::size_t cut)
        : text_(text), longest_(longest), cut_(cut) {}

    std::vector<piece> run(const std::vector<sentence_span>& sentences) {
        for (const auto& sentence : sentences) {
            count_to(sentence.begin);
            const auto first = character_;
            count_to(sentence.end);
            if (character_ - first <= longest_)
                pieces_.push_back({sentence.begin, sentence.end, first, character_});
            else
                cut(sentence, first);
        }
        return std::move(pieces_);
    }

  private:
    void count_to(std::size_t offset) {
        for (; at_ < offset; ++at_)
            character_ += (static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80 ? 1 : 0;
    }

    void cut(const sentence_span& sentence, std::size_t first) {
        piece next{sentence.begin, sentence.begin, first, first};
        piece at_space = next;  // the same piece up to its last space
        auto character = first;
        for (auto i = sentence.begin; i < sentence.end;) {
            const auto value = decode_at(text_, i);
            if (character - next.first_character >= cut_ && !is_mark(value.value)) {
                const bool space = at_space.end > next.begin;
                next.end = space ? at_space.end : i;
                next.last_character = space ? at_space.last_character : character;
                pieces_.push_back(next);
                next.begin = space ? at_space.end + 1 : i;
                next.first_character = space ? at_space.last_character + 1 : character;
                at_space.end = next.begin;
            }
            if (value.value == ' ' || value.value == '\n') {
                at_space.end = i;
                at_space.last_character = character;
            }
            i += value.length;
            ++character;
        }
        if (next.begin < sentence.end)
            pieces_.push_back({next.begin, sentence.end, next.first_character, character});
    }

    std::string_view text_;
    std::size_t longest_;
    std::size_t cut_;
    std::vector<piece> pieces_;
    std::size_t at_ = 0;
    std::size_t character_ = 0;
};

std::size_t length(const std::vector<piece>& pieces, std::size_t first, std::size_t last) {
    return pieces[last].last_character - pieces[first].first_character;
}

/// The sentences of a document; of a table each row is one.
std::vector<sentence_span> sentences_of(const document_text& document) {
    std::vector<sentence_span> all;
    for (const auto& sentence : split_sentences(document.text())) {
        auto begin = sentence.begin;
        const bool table = document.kind_at(begin) == block_kind::table;
        for (auto line_end = document.text().find('\n', begin); table && line_end < sentence.end;
             line_end = document.text().find('\n', begin)) {
            all.push_back({begin, line_end});
            begin = line_end + 1;
        }
        all.push_back({begin, sentence.end});
    }
    return all;
}

/// The first of the pieces up to `last` that the next chunk repeats: whole ones, as near to `wanted`
/// characters as they come. last + 1 for none.
std::size_t overlap_start(const std::vector<piece>& pieces, std::size_t first, std::size_t last,
                          std::size_t wanted) {
    std::size_t start = last + 1;
    std::size_t repeated = 0;
    while (start > first + 1) {
        const auto longer = length(pieces, start - 1, last);
        if (longer > wanted && longer - wanted > wanted - repeated)
            break;
        --start;
        repeated = longer;
        if (repeated >= wanted)
            break;
    }
    return start;
}

}  // namespace

std::vector<chunk> chunk_document(const document_text& document, chunk_size size) {
    const auto overlap = static_cast<std::size_t>(
        std::lround(static_cast<double>(size.characters) * std::clamp(size.overlap, 0.0, 0.5)));
    const auto cut = std::max<std::size_t>(1, overlap > 0 ? overlap : size.characters);
    const auto pieces = cutter(document.text(), size.characters, cut).run(sentences_of(document));
    const auto limit = size.characters + size.characters / 4;
    std::vector<chunk> chunks;
    std::size_t fresh = 0;  // the first piece that no chunk has yet
    std::size_t first = 0;
    while (fresh < pieces.size()) {
        while (first < fresh && length(pieces, first, fresh) > limit)
            ++first;
        auto last = fresh;
        while (last + 1 < pieces.size() && length(pieces, first, last + 1) <= size.characters)
            ++last;
        const bool short_rest = length(pieces, first, pieces.size() - 1) <= limit;
        if (short_rest)
            last = pieces.size() - 1;
        const auto begin = pieces[first].begin;
        const auto end = pieces[last].end;
        chunks.push_back({begin, end, document.page_at(begin), document.page_at(end - 1)});
        fresh = last + 1;
        first = overlap_start(pieces, first, last, overlap);
    }
    return chunks;
}

}  // namespace examwright

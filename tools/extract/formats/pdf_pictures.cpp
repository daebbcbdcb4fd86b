#include "tools/extract/formats/pdf_pictures.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "core/text/unicode.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/legibility.hpp"
#include "tools/extract/formats/letter_marks.hpp"
#include "tools/extract/formats/ocr.hpp"
#include "tools/extract/formats/pgm_image.hpp"
#include "tools/extract/progress.hpp"

namespace examwright::extract {

namespace {

std::string text_of(const page& each) {
    std::string text;
    for (const auto& one : each.blocks)
        text += one.text + "\n";
    return text;
}

std::size_t count_letters(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        letters += is_letter(c.value) ? 1 : 0;
        i += c.length;
    }
    return letters;
}

bool has_text(const extracted& document) {
    return std::any_of(document.pages.begin(), document.pages.end(),
                       [](const page& each) { return !each.blocks.empty(); });
}

/// Whether pictures on the page may hold it as a scan, whole or cut in strips.
bool is_pictured(const page_paint& paint) {
    constexpr std::size_t readable_pixels = 600 * 600;
    return paint.picture_pixels >= readable_pixels;
}

/// Whether something on the page may be a sentence: a scan, letters as shapes, letters without a meaning.
bool may_hold_a_sentence(const page_paint& paint) {
    constexpr std::size_t drawn_letters = 150;  // points of shapes
    return is_pictured(paint) || paint.shows_text || paint.path_points >= drawn_letters;
}

/// Draws a page for the reader: 200 dots an inch, but a huge page smaller.
std::optional<pgm_image> draw(int number, float longest_side) {
    constexpr float dots_per_point = 200.0F / 72;
    return draw_page(number, longest_side * dots_per_point);
}

/// The cover of a book, with its picture and a word: recognising it would take longer than reading the book.
bool holds_no_sentence(const pgm_image& image) {
    constexpr std::size_t letters = 20;
    return count_letter_marks(image, letters) < letters;
}

constexpr std::size_t few_letters = 200;  // letters; a scan may carry a stamp or a running head as text

/// Which pages are to be read by text recognition. Those without legible text lose what they have.
std::vector<int> pictured_pages(extracted& document, const std::vector<page_paint>& paint,
                                const options& wanted) {
    std::vector<int> numbers;
    const std::size_t before = document.pages.size() - paint.size();  // pages that are not asked for
    const bool any_text = has_text(document);
    for (std::size_t i = before; i < document.pages.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        auto& each = document.pages[i];
        const auto text = text_of(each);
        const auto letters = count_letters(text);
        if (!wanted.takes(number))
            continue;
        if (!is_legible(text))
            each.blocks.clear();
        const auto& painted = paint[i - before];
        const bool has_none = letters == 0 || each.blocks.empty();
        if (has_none ? may_hold_a_sentence(painted) || !any_text
                     : letters < few_letters && is_pictured(painted))
            numbers.push_back(number);
    }
    return numbers;
}

/// The reader, found when it is first needed: it takes long to load. Or the reason why there is none.
class late_reader {
  public:
    explicit late_reader(const options& wanted) : wanted_(wanted) {}

    ocr_reader* get() {
        if (!reader_ && !why_not_)
            find();
        return reader_ ? &*reader_ : nullptr;
    }
    const std::optional<failure>& why_not() const { return why_not_; }

  private:
    void find() {
        try {
            reader_.emplace(wanted_);
        } catch (const failure& error) {
            why_not_ = error;
        }
    }

    const options& wanted_;
    std::optional<ocr_reader> reader_;
    std::optional<failure> why_not_;
};

/// Whether nothing is drawn on the page.
bool is_empty(const pgm_image& image) {
    return std::all_of(image.bytes.begin() + static_cast<std::ptrdiff_t>(image.pixels), image.bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) > 200; });
}

/// Reads a document's pages that are pictures.
class picture_reader {
  public:
    picture_reader(extracted& document, const options& wanted)
        : document_(document), has_text_(has_text(document)), late_(wanted) {}

    void read(int number, float longest_side) {
        auto& page = document_.pages[static_cast<std::size_t>(number) - 1];
        const auto image = draw(number, longest_side);
        if (image && has_text_ && page.blocks.empty() && holds_no_sentence(*image))
            return;
        if (auto* reader = late_.get())
            recognise(number, reader->read(image ? image->bytes : std::string(), 0, 200), page);
        else if (page.blocks.empty() && !(image && is_empty(*image)))
            document_.unread_pages.push_back(number);
    }

    /// Throws a failure where nothing of the document was read, here or before.
    void require_any() const {
        if (document_.unread_pages.empty() || has_text(document_))
            return;
        if (late_.why_not())
            throw *late_.why_not();
        if (const auto why = tally_.why_nothing_is_read())
            throw failure(*why, "no page could be read");
    }

  private:
    void recognise(int number, ocr_reader::page_reading reading, page& page) {
        tally_.count(reading.result);
        if (reading.result == ocr_reader::outcome::read &&
            count_letters(text_of(reading.found)) > count_letters(text_of(page))) {
            page = std::move(reading.found);
            document_.ocr_pages.push_back(number);
        } else if (reading.result > ocr_reader::outcome::empty && page.blocks.empty()) {
            document_.unread_pages.push_back(number);
        }
    }

    extracted& document_;
    const bool has_text_;
    late_reader late_;
    ocr_tally tally_;
};

}  // namespace

void read_pictured_pages(extracted& document, const std::vector<float>& longest_sides,
                         const std::vector<page_paint>& paint, const options& wanted) {
    const auto pictured = pictured_pages(document, paint, wanted);
    if (pictured.empty())
        return;
    const int total = static_cast<int>(document.pages.size());
    picture_reader reader(document, wanted);
    int done = total - static_cast<int>(pictured.size());
    for (const int number : pictured) {
        reader.read(number, longest_sides[static_cast<std::size_t>(number) - 1]);
        report_progress(++done, total);
    }
    reader.require_any();
}

}  // namespace examwright::extract

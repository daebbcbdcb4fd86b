#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/document/extraction_exit.hpp"
#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/ocr_library.hpp"
#include "tools/extract/options.hpp"

namespace examwright::extract {

/// Reads pages by text recognition, each in a process of its own: what a page costs, or breaks, costs that
/// page.
class ocr_reader {
  public:
    /// Throws a failure (ocr_missing, ocr_language_missing) where Tesseract or one of the languages is not
    /// installed, or text recognition is switched off.
    explicit ocr_reader(const options& wanted);

    enum class outcome {
        read,
        empty,       // nothing is on it
        illegible,   // something is, and no text could be recognised: a photograph, a script without model
        too_costly,  // more memory or time than a page has
        damaged,
    };
    struct page_reading {
        outcome result = outcome::damaged;
        page found;
    };
    /// Of a TIFF, the page whose directory is at `offset` (image_pages.hpp).
    page_reading read(const std::string& image, std::size_t offset = 0, int dots_per_inch = 0);

  private:
    std::unique_ptr<ocr_library> library_;
};

/// What became of a document's pages.
class ocr_tally {
  public:
    void count(ocr_reader::outcome result) { seen_[static_cast<std::size_t>(result)] = true; }
    /// nullopt where a page was read or is empty.
    std::optional<extraction_exit> why_nothing_is_read() const;

  private:
    std::array<bool, 5> seen_{};
};

/// {"found": true, "missing": ["hin"]}: for doctor.
std::string ocr_report(const std::string& languages);

/// The recognised text's paragraphs, their lines joined.
page paragraphs_of_ocr(std::string_view text);

}  // namespace examwright::extract

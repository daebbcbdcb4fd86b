#pragma once

#include <memory>
#include <string>
#include <vector>

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

    enum class outcome { read, empty, failed };
    struct page_reading {
        outcome result = outcome::failed;
        page found;
        std::size_t next = 0;  // of a TIFF: where its next page begins, 0 after the last
    };
    page_reading read(const std::string& image, std::size_t offset = 0, int dots_per_inch = 0);

  private:
    std::unique_ptr<ocr_library> library_;
};

/// {"found": true, "missing": ["hin"]}: for doctor.
std::string ocr_report(const std::string& languages);

/// The recognised text's paragraphs, their lines joined.
page paragraphs_of_ocr(std::string_view text);

}  // namespace examwright::extract

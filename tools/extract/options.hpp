#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/document/page_range.hpp"

namespace examwright::extract {

inline constexpr const char* usage =
    "usage: examwright-extract --type TYPE [--max-pages N] [--max-characters N] [--pages 1-80,90]\n"
    "           [--ocr auto|off] [--ocr-languages eng+hin] < FILE\n"
    "       examwright-extract --report-sandbox\n"
    "       examwright-extract --report-ocr [--ocr-languages eng+hin]\n";

struct options {
    std::string type;
    int max_pages = 500;
    std::size_t max_characters = 1'500'000;
    std::vector<page_range> pages;  // only these; empty: all
    bool ocr = true;
    std::string ocr_languages = "eng+hin";
    bool report_sandbox = false;
    bool report_ocr = false;

    /// Whether the page of this number, from 1, is asked for.
    bool takes(int page) const;
};

/// Throws a failure (usage) where the arguments make no sense.
options parse_options(int argc, char** argv);

}  // namespace examwright::extract

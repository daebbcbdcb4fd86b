#include "tools/extract/options.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/archive.hpp"
#include "tools/extract/formats/readers.hpp"

namespace examwright::extract {

namespace {

failure bad_usage(const std::string& what) {
    return {extraction_exit::usage, what + "\n" + usage};
}

template <class Integer>
Integer positive(std::string_view name, std::string_view text) {
    Integer value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1)
        throw bad_usage(std::string(name) + " must be a whole number from 1");
    return value;
}

bool is_language_list(std::string_view text) {
    return !text.empty() && text.find_first_not_of(
                                "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ_+") == text.npos;
}

void set(options& parsed, std::string_view name, std::string_view value) {
    if (name == "--type") {
        parsed.type = value;
    } else if (name == "--max-pages") {
        parsed.max_pages = positive<int>(name, value);
    } else if (name == "--max-characters") {
        parsed.max_characters = positive<std::size_t>(name, value);
    } else if (name == "--pages") {
        auto pages = parse_page_ranges(value);
        if (!pages)
            throw bad_usage("--pages: " + pages.error().detail);
        parsed.pages = std::move(*pages);
    } else if (name == "--ocr" && (value == "auto" || value == "off")) {
        parsed.ocr = value == "auto";
    } else if (name == "--ocr-languages" && is_language_list(value)) {
        parsed.ocr_languages = value;
    } else {
        throw bad_usage(std::string(name) + " is unknown, or its value makes no sense");
    }
}

}  // namespace

bool options::takes(int page) const {
    return pages.empty() || std::any_of(pages.begin(), pages.end(), [&](page_range range) {
               return range.first <= page && page <= range.last;
           });
}

options parse_options(int argc, char** argv) {
    options parsed;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--report-sandbox") {
            parsed.report_sandbox = true;
            continue;
        }
        if (name == "--report-ocr") {
            parsed.report_ocr = true;
            continue;
        }
        if (i + 1 == argc)
            throw bad_usage(std::string(name) + ": unknown, or its value is missing");
        set(parsed, name, argv[++i]);
    }
    if (!parsed.report_sandbox && !parsed.report_ocr && parsed.type != archive_type &&
        !is_readable_type(parsed.type))
        throw bad_usage("--type is missing, or nothing that can be read");
    return parsed;
}

}  // namespace examwright::extract

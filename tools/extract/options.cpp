#include "tools/extract/options.hpp"

#include <charconv>
#include <string_view>

#include "tools/extract/failure.hpp"

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

}  // namespace

options parse_options(int argc, char** argv) {
    options parsed;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--report-sandbox") {
            parsed.report_sandbox = true;
            continue;
        }
        if (i + 1 == argc)
            throw bad_usage(std::string(name) + ": unknown, or its value is missing");
        const std::string_view value = argv[++i];
        if (name == "--type")
            parsed.type = value;
        else if (name == "--max-pages")
            parsed.max_pages = positive<int>(name, value);
        else if (name == "--max-characters")
            parsed.max_characters = positive<std::size_t>(name, value);
        else
            throw bad_usage(std::string(name) + " is unknown");
    }
    if (!parsed.report_sandbox && parsed.type != "pdf" && parsed.type != "text" && parsed.type != "markdown")
        throw bad_usage("--type must be pdf, text or markdown");
    return parsed;
}

}  // namespace examwright::extract

#pragma once

#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>
#include <string_view>

#include "core/text/unicode.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/blocks.hpp"

namespace examwright::test {

/// Each block on a line, behind its kind's first letter; each page behind "--".
inline std::string shown(const extract::extracted& document) {
    std::string out;
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        out += i > 0 ? "--\n" : "";
        for (const auto& block : document.pages[i].blocks) {
            std::string text(trimmed(block.text));
            for (char& c : text)
                c = c == '\n' ? '/' : c;
            out += std::string(name_of(block.kind)).substr(0, 1) + " " + text + "\n";
        }
    }
    return out;
}

/// How reading fails; done where it doesn't.
inline extraction_exit failing(const std::function<void()>& read) {
    try {
        read();
    } catch (const extract::failure& error) {
        return error.code();
    }
    return extraction_exit::done;
}

}  // namespace examwright::test

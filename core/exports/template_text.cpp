#include "core/exports/template_text.hpp"

namespace examwright {

std::string expand_template(std::string_view pattern, const std::map<std::string_view, std::string>& values) {
    std::string text;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == pattern.npos)
            break;
        const auto close = pattern.find('}', open);
        text += values.at(pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
    return text;
}

}  // namespace examwright

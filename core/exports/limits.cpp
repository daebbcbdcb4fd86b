#include "core/exports/limits.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/exports/exported_test.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

std::string excess(std::string_view what, std::size_t count, std::size_t most, const std::string& target) {
    return std::string(what) + " of " + std::to_string(count) + " characters; " + target + " takes " +
           std::to_string(most);
}

bool have_same_line(const std::vector<std::string>& options) {
    std::set<std::string> lines;
    return std::ranges::any_of(
        options, [&](const std::string& option) { return !lines.insert(on_one_line(option)).second; });
}

}  // namespace

std::optional<std::string> exceeded_limit(const question& question, const export_limits& limits,
                                          const std::string& target) {
    const auto count = question.options.size();
    if (limits.most_options > 0 && count > limits.most_options)
        return "has " + std::to_string(count) + " options; " + target + " takes " +
               std::to_string(limits.most_options);
    const auto stem = count_characters(question.stem);
    if (limits.longest_stem > 0 && stem > limits.longest_stem)
        return excess("has a text", stem, limits.longest_stem, target);
    for (const auto& option : question.options)
        if (const auto length = count_characters(option);
            limits.longest_option > 0 && length > limits.longest_option)
            return excess("has an option", length, limits.longest_option, target);
    if (limits.one_line && have_same_line(question.options))
        return "has two options that differ in their line breaks alone; " + target + " has one line for each";
    return std::nullopt;
}

}  // namespace examwright

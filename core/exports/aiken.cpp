#include "core/exports/aiken.hpp"

#include "core/exports/limits.hpp"

namespace examwright {

namespace {

/// "A) ", "B. ": how an option begins.
bool like_an_option(const std::string& line) {
    return line.size() > 2 && line[0] >= 'A' && line[0] <= 'Z' && (line[1] == ')' || line[1] == '.') &&
           line[2] == ' ';
}

}  // namespace

std::string write_aiken(const exported_test& test) {
    std::string out;
    for (const auto& question : test.questions) {
        out += on_one_line(question.stem) + "\n";
        for (std::size_t i = 0; i < question.options.size(); ++i)
            out += std::string(1, option_letter(i)) + ") " + on_one_line(question.options[i]) + "\n";
        out += std::string("ANSWER: ") + option_letter(question.correct) + "\n\n";
    }
    return out;
}

std::optional<std::string> aiken_obstacle(const question& question) {
    const auto stem = on_one_line(question.stem);
    if (stem.size() < 2)
        return "has a text of one character; Aiken needs two";
    if (like_an_option(stem) || stem.starts_with("ANSWER:"))
        return "begins with \"" + stem.substr(0, stem.find(' ')) + "\", which Aiken takes for an answer";
    return exceeded_limit(question, {.one_line = true}, "Aiken");
}

}  // namespace examwright

#include "core/imports/question_set.hpp"

#include <algorithm>
#include <utility>

#include "core/question/question_limits.hpp"

namespace examwright {

namespace {

constexpr std::size_t most_listed = 1000;  // parts that are left out
constexpr std::size_t most_told = 5;       // reasons in one sentence

std::string place_of(const left_out_question& part) {
    std::string place = part.line ? "Line " + std::to_string(*part.line) : "";
    if (!part.name.empty())
        place += place.empty() ? part.name : " (" + part.name + ")";
    return place.empty() ? part.reason : place + ": " + part.reason;
}

problem nothing_readable(const question_set& set) {
    if (set.left_out.empty())
        return invalid("There are no questions in it.");
    std::string detail = "None of its questions can be imported.";
    const auto told = std::min(set.left_out.size(), most_told);
    for (std::size_t i = 0; i < told; ++i)
        detail += " " + place_of(set.left_out[i]) + ".";
    const auto more = set.left_out.size() + set.unlisted - told;
    return invalid(more > 0 ? detail + " And " + std::to_string(more) + " more." : detail);
}

}  // namespace

void leave_out(question_set& set, left_out_question part) {
    if (set.left_out.size() < most_listed)
        set.left_out.push_back(std::move(part));
    else
        ++set.unlisted;
}

void add_question(question_set& set, result<question> read, left_out_question place) {
    const auto refused = read ? problem_of_question(*read) : read.error();
    if (refused)
        place.reason = refused->detail;
    else if (set.questions.size() == most_questions)
        place.reason = "a test holds " + std::to_string(most_questions) + " questions at most";
    else
        return set.questions.push_back(std::move(*read));
    leave_out(set, std::move(place));
}

result<question_set> finished(question_set set) {
    if (set.questions.empty())
        return nothing_readable(set);
    if (set.unlisted > 0)
        set.left_out.push_back({std::nullopt, "", std::to_string(set.unlisted) + " more were left out"});
    return set;
}

}  // namespace examwright

#include "core/quality/report.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <cmath>
#include <map>
#include <string_view>

#include "core/quality/answers_given_away.hpp"
#include "core/quality/set_concentration.hpp"
#include "core/quality/set_duplicates.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

bool drops(const found_flaw& found) {
    return rule_of(found.kind).drops;
}

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

std::string number_of(std::size_t index) {
    return std::to_string(index + 1);
}

/// "set: questions 1 and 5 ask the same", for the first few pairs.
void add_pairs(std::string& text, const std::vector<question_pair>& pairs, std::string_view between,
               std::string_view after) {
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < std::min(pairs.size(), shown); ++i)
        text += "set: question " + number_of(pairs[i].first) + std::string(between) +
                number_of(pairs[i].second) + std::string(after) + "\n";
    if (pairs.size() > shown)
        text += "set: ... and " + std::to_string(pairs.size() - shown) + " more such pairs\n";
}

/// The language of the stems taken together, where it is certain.
language most_spoken(const std::vector<question>& questions) {
    language_votes votes;
    for (const auto& question : questions)
        votes += language_votes(text_words(question.stem).words);
    const auto guess = votes.guess();
    return guess.certain ? guess.value : language::unknown;
}

void add_set_flaws(std::string& text, const std::vector<question>& questions) {
    add_pairs(text, near_duplicate_stems(questions), " and question ", " ask the same");
    add_pairs(text, repeated_answers(questions), " and question ", " have the same answer");
    add_pairs(text, answers_given_away(questions), " gives away the answer of question ", "");
    if (const auto bunched = key_letter_concentration(questions))
        text += std::string("set: ") + option_letter(bunched->where) + " is the key of " +
                percent(bunched->share) + " of the questions\n";
    if (const auto bunched = longest_key_concentration(questions))
        text += "set: the longest option is the key of " + percent(bunched->share) + " of the questions\n";
    if (const auto bunched = source_concentration(questions))
        text += "set: " + percent(bunched->share) +
                " of the questions come from one source, that of question " + number_of(bunched->where) +
                "\n";
}

}  // namespace

set_context::set_context(const std::vector<question>& questions)
    : spoken(most_spoken(questions)), subject(subject_terms::of_questions(questions)) {}

std::vector<found_flaw> check_question(const question& question, const set_context& set) {
    const auto source = guess_language(question.source_quote);
    const bool same = source.certain && source.value == set.spoken;
    return find_flaws({question, {same ? set.spoken : language::unknown, &set.subject}});
}

check_report check_questions(const std::vector<question>& questions) {
    check_report report;
    report.flaws.reserve(questions.size());
    const set_context set(questions);
    for (const auto& question : questions)
        report.flaws.push_back(check_question(question, set));
    return report;
}

bool check_report::drops_any() const {
    return std::any_of(flaws.begin(), flaws.end(), [](const std::vector<found_flaw>& found) {
        return std::any_of(found.begin(), found.end(), drops);
    });
}

std::string check_report::as_json() const {
    std::string text = "[";
    for (std::size_t i = 0; i < flaws.size(); ++i) {
        text += (i ? ",\n {\"number\": " : "{\"number\": ") + number_of(i) + ", \"flaws\": [";
        for (const auto& found : flaws[i]) {
            text += text.ends_with('[') ? "" : ", ";
            text += "{\"flaw\": \"" + std::string(rule_of(found.kind).name) + "\", \"drops\": ";
            text += drops(found) ? "true" : "false";
            text += ", \"at\": " + boost::json::serialize(boost::json::string(to_valid_utf8(found.at))) + "}";
        }
        text += "]}";
    }
    return text + "]\n";
}

std::string check_report::as_text(const std::vector<question>& questions) const {
    std::string text;
    std::map<flaw, std::size_t> counts;
    std::size_t clean = 0, dropped = 0;
    for (std::size_t i = 0; i < flaws.size(); ++i) {
        clean += flaws[i].empty();
        dropped += std::any_of(flaws[i].begin(), flaws[i].end(), drops);
        if (flaws[i].empty())
            continue;
        text += "question " + number_of(i) + ":";
        for (const auto& found : flaws[i]) {
            ++counts[found.kind];
            text += (&found == &flaws[i].front() ? " " : ", ") + std::string(rule_of(found.kind).name);
            text += drops(found) ? " (drops)" : "";
        }
        text += "\n";
    }
    text += "\n" + std::to_string(flaws.size()) + " questions, " + std::to_string(clean) +
            " without a flaw, " + std::to_string(dropped) + " to be dropped\n";
    for (const auto& [found, count] : counts) {
        const std::string name(rule_of(found).name);
        text += "  " + name + std::string(20 - name.size(), ' ') + std::to_string(count) +
                (rule_of(found).drops ? "  drops" : "  lowers the score") + "\n";
    }
    add_set_flaws(text, questions);
    return text;
}

}  // namespace examwright

#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/generation/job.hpp"

namespace examwright::test {

using job_machine = generation_job;  // a suite may take the name

inline constexpr int facts = 400;

inline std::string fact(int number) {
    static const char* names[] = {"Albrun", "Bekdal", "Corvey", "Dunmar",
                                  "Elzach", "Farnow", "Gestel", "Horvik"};
    static const char* rivers[] = {"Tessel", "Marne", "Oder", "Vjosa", "Lech"};
    return std::string("The town of ") + names[number % 8] + std::to_string(number) + " on the river " +
           rivers[number % 5] + " was founded by settlers in the year " + std::to_string(1000 + number) + ".";
}

/// An option, and no mere number: those are put in ascending order.
inline std::string era(int year) {
    return "in the reign of " + std::to_string(year) + " AD";
}

/// Pages of twenty facts each.
inline std::string long_text() {
    std::string text;
    for (int i = 0; i < facts; ++i)
        text += fact(i) + (i % 20 == 19 ? "\f" : " ");
    return text;
}

inline std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto begin = text.find(from) + from.size();
    return text.substr(begin, text.find(to, begin) - begin);
}

/// Plays the model: writes questions from the facts of the material, and answers reviews rightly.
class scripted_model {
  public:
    std::set<int> asked;              // facts, over all calls
    bool repeat = false;              // asks the same facts again and again
    std::string key = "B";            // the letter of every key that it writes
    std::set<call_id> wrong_answers;  // reviews that are answered wrongly

    std::string answer(const call_id& id, const prompt& request) {
        return id.kind == call_kind::write ? write(request.user) : review(id, request.user);
    }

  private:
    std::string write(const std::string& user) {
        const int count = std::stoi(between(user, "Generate exactly ", " MCQs"));
        const auto material = between(user, "<study_material>\n", "\n</study_material>");
        boost::json::array items;
        for (int i = 0; i < facts && static_cast<int>(items.size()) < count; ++i) {
            if (material.find(fact(i)) == material.npos || (!repeat && !asked.insert(i).second))
                continue;
            boost::json::object options{
                {"A", era(2001 + i)}, {"B", era(1000 + i)}, {"C", era(3003 + i)}, {"D", era(4004 + i)}};
            items.push_back(boost::json::object{
                {"question", "When was the town number " + std::to_string(i) + " founded?"},
                {"options", options},
                {"correct_option", key},
                {"explanation", "It was."},
                {"difficulty", "medium"},
                {"topic_tag", "history"},
                {"source_quote", fact(i)}});
        }
        return boost::json::serialize(boost::json::object{{"mcqs", items}});
    }

    std::string review(const call_id& id, const std::string& user) {
        boost::json::array reviews;
        const auto questions = boost::json::parse(between(user, "<questions>", "</questions>"));
        for (const auto& item : questions.as_array()) {
            const auto& question = item.as_object();
            const int number =
                std::stoi(between(std::string(question.at("question").as_string()), "number ", " "));
            std::string letter;
            for (const auto& option : question.at("options").as_object())
                if (option.value().as_string() == era(1000 + number))
                    letter = std::string(option.key());
            if (wrong_answers.count(id))
                letter = letter == "A" ? "B" : "A";
            reviews.push_back(
                boost::json::object{{"number", question.at("number")}, {"answer", letter}, {"critique", ""}});
        }
        return boost::json::serialize(boost::json::object{{"reviews", reviews}});
    }
};

inline generation_spec spec_of(int questions) {
    generation_spec spec;
    spec.seed = "6f1c0a3e-0000-4000-8000-000000000001";
    spec.questions = questions;
    spec.topic_slugs = {"history", "general"};
    return spec;
}

struct played {
    std::vector<call_result> results;
    std::map<int, int> calls_in_round;
};

/// Plays a job to its end; `order` chooses which of the waiting calls ends next.
template <class Model>
played play(job_machine& job, Model& model, bool last_first = false,
            const std::vector<call_result>& recorded = {}) {
    played all;
    auto first = job.start();
    std::deque<call_id> waiting(first.begin(), first.end());
    for (const auto& result : recorded) {  // of a run before, which ended early
        std::erase(waiting, result.id);
        for (const auto& next : job.finished(result))
            waiting.push_back(next);
    }
    while (!waiting.empty()) {
        const call_id id = last_first ? waiting.back() : waiting.front();
        last_first ? waiting.pop_back() : waiting.pop_front();
        const call_result result{id, call_outcome::answered, model.answer(id, job.request(id))};
        ++all.calls_in_round[id.round];
        all.results.push_back(result);
        for (const auto& next : job.finished(result))
            waiting.push_back(next);
    }
    return all;
}

inline std::vector<std::string> stems(const generation_outcome& outcome) {
    std::vector<std::string> texts;
    for (const auto& each : outcome.questions)
        texts.push_back(each.content.stem);
    return texts;
}

}  // namespace examwright::test

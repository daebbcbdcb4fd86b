#include "server/cli/generated_test_printer.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <locale>
#include <sstream>

#include "core/exports/labels.hpp"

namespace examwright {

std::string print_test(const generated_test_record& test, const std::vector<question_record>& questions,
                       const std::string& page_name) {
    std::ostringstream out;
    const auto labels = english_labels(page_name);
    out << test.title.value_or("Test") << "\n\n";
    for (const auto& question : questions) {
        out << question.sort_order << ". " << question.content.stem << "\n";
        for (std::size_t i = 0; i < question.content.options.size(); ++i)
            out << "   " << option_letter(i) << ") " << question.content.options[i] << "\n";
        out << "\n";
    }
    if (!questions.empty())
        out << "Key\n";
    for (const auto& question : questions) {
        out << question.sort_order << ". " << option_letter(question.content.correct);
        if (question.content.source_page)
            out << "  ("
                << boost::algorithm::to_lower_copy(place_of(question.content, labels), std::locale::classic())
                << ")";
        out << "  " << question.content.explanation << "\n";
    }
    out << "\n" << questions.size() << " of " << test.target_questions << " questions created";
    if (test.failure_reason)
        out << ". " << *test.failure_reason;
    out << "\n";
    for (const auto& dropped : test.dropped)
        out << "  dropped " << dropped.count << ": " << dropped.reason << "\n";
    return out.str();
}

}  // namespace examwright

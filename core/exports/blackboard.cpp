#include "core/exports/blackboard.hpp"

#include "core/exports/safe_html.hpp"

namespace examwright {

std::string write_blackboard(const exported_test& test) {
    std::string out;
    for (const auto& question : test.questions) {
        out += "MC\t" + safe_html(question.stem);
        for (std::size_t i = 0; i < question.options.size(); ++i)
            out +=
                "\t" + safe_html(question.options[i]) + (i == question.correct ? "\tcorrect" : "\tincorrect");
        out += "\n";
    }
    return out;
}

}  // namespace examwright

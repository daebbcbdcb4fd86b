#include "core/exports/csv.hpp"

#include "core/exports/csv_row.hpp"
#include "core/exports/question_table.hpp"
#include "core/text/formula_guard.hpp"

namespace examwright {

std::string write_csv(const exported_test& test) {
    std::string out = "\xEF\xBB\xBF";
    for (auto& row : question_table(test)) {
        for (auto& text : row)
            text = without_formula(text);
        out += csv_row(row);
    }
    return out;
}

}  // namespace examwright

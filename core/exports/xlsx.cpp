#include "core/exports/xlsx.hpp"

#include "core/exports/question_table.hpp"
#include "core/exports/spreadsheet.hpp"

namespace examwright {

std::string write_xlsx(const exported_test& test) {
    std::vector<spreadsheet_row> rows;
    for (auto& texts : question_table(test))
        rows.emplace_back(texts.begin(), texts.end());
    return write_spreadsheet("Questions", rows);
}

}  // namespace examwright

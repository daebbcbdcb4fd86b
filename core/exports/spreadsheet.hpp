#pragma once

#include <string>
#include <variant>
#include <vector>

namespace examwright {

/// A text, which a spreadsheet shows as it stands, or a number. "" is an empty cell.
using spreadsheet_cell = std::variant<std::string, int>;
using spreadsheet_row = std::vector<spreadsheet_cell>;

/// The bytes of an Excel workbook (.xlsx; ECMA-376, transitional) with one sheet. Texts are in cells of the
/// type and the format of text, so that no program makes a formula, a number or a date of them.
std::string write_spreadsheet(const std::string& sheet, const std::vector<spreadsheet_row>& rows);

}  // namespace examwright

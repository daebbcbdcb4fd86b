#include "core/exports/spreadsheet.hpp"

#include <cstddef>
#include <string_view>

#include "core/exports/template_text.hpp"
#include "core/exports/xml_text.hpp"
#include "core/exports/zip_archive.hpp"

namespace examwright {

namespace {

constexpr std::string_view content_types = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
</Types>
)";

constexpr std::string_view package_relations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
</Relationships>
)";

constexpr std::string_view workbook = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>
)";

constexpr std::string_view workbook_relations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
</Relationships>
)";

// Cell style 1: text (number format 49, "@"), lines wrapped.
constexpr std::string_view styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>
)";

constexpr std::string_view worksheet = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="30" width="24" customWidth="1"/></cols><sheetData>
{rows}</sheetData></worksheet>
)";

/// 0 -> "A"; a sheet of ours has fewer columns than the alphabet letters.
std::string column_name(std::size_t index) {
    return std::string(1, static_cast<char>('A' + index));
}

bool is_hex(std::string_view digits) {
    return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos;
}

/// "_x0041_" in a cell stands for "A" (ECMA-376, part 1, 22.9.2.19), so its low line is written so itself.
std::string cell_text(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i);
        const bool is_escape =
            rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' && is_hex(rest.substr(2, 4));
        out += is_escape ? "_x005F_" : std::string(1, text[i]);
    }
    return xml_text(out);
}

std::string cell_xml(const spreadsheet_cell& cell, const std::string& place) {
    if (const auto* number = std::get_if<int>(&cell))
        return "<c r=\"" + place + "\"><v>" + std::to_string(*number) + "</v></c>";
    const auto& text = std::get<std::string>(cell);
    if (text.empty())
        return {};
    return "<c r=\"" + place + "\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cell_text(text) +
           "</t></is></c>";
}

std::string row_xml(const spreadsheet_row& row, std::size_t number) {
    std::string xml = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < row.size(); ++i)
        xml += cell_xml(row[i], column_name(i) + std::to_string(number));
    return xml + "</row>\n";
}

}  // namespace

std::string write_spreadsheet(const std::string& sheet, const std::vector<spreadsheet_row>& rows) {
    std::string xml;
    for (std::size_t i = 0; i < rows.size(); ++i)
        xml += row_xml(rows[i], i + 1);
    return zip_archive({{"[Content_Types].xml", std::string(content_types)},
                        {"_rels/.rels", std::string(package_relations)},
                        {"xl/workbook.xml", expand_template(workbook, {{"sheet", xml_text(sheet)}})},
                        {"xl/_rels/workbook.xml.rels", std::string(workbook_relations)},
                        {"xl/styles.xml", std::string(styles)},
                        {"xl/worksheets/sheet1.xml", expand_template(worksheet, {{"rows", xml}})}});
}

}  // namespace examwright

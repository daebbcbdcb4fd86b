#include "test/support/pdf_writer.hpp"

#include <cstdio>
#include <sstream>
#include <utility>

namespace examwright::test {

namespace {

constexpr std::size_t line_length = 85;
constexpr int lines_a_page = 68;

/// From UTF-8 to WinAnsi, as far as Latin-1 and the usual punctuation go.
std::string to_win_ansi(std::string_view text) {
    struct pair {
        std::string_view utf8;
        char ansi;
    };
    static constexpr pair punctuation[] = {{"\u2018", '\x91'}, {"\u2019", '\x92'}, {"\u201C", '\x93'},
                                           {"\u201D", '\x94'}, {"\u2022", '\x95'}, {"\u2013", '\x96'},
                                           {"\u2014", '\x97'}, {"\u2026", '\x85'}};
    std::string out;
    while (!text.empty()) {
        std::size_t length = 1;
        char ansi = text[0];
        const auto first = static_cast<unsigned char>(text[0]);
        if (first >= 0x80) {
            ansi = '?';
            if ((first == 0xC2 || first == 0xC3) && text.size() > 1) {
                ansi = static_cast<char>(static_cast<unsigned char>(text[1]) + (first == 0xC3 ? 0x40 : 0));
                length = 2;
            }
            for (const auto& [utf8, value] : punctuation)
                if (text.starts_with(utf8)) {
                    ansi = value;
                    length = utf8.size();
                }
            while (ansi == '?' && length < text.size() && (text[length] & 0xC0) == 0x80)
                ++length;
        }
        out += ansi;
        text.remove_prefix(length);
    }
    return out;
}

std::string escaped(std::string_view line) {
    std::string out;
    for (const char c : line) {
        if (c == '(' || c == ')' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

std::vector<std::string> wrapped(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream paragraphs(text);
    for (std::string paragraph; std::getline(paragraphs, paragraph);) {
        std::istringstream words(paragraph);
        std::string line;
        for (std::string word; words >> word;) {
            if (!line.empty() && line.size() + 1 + word.size() > line_length)
                lines.push_back(std::exchange(line, {}));
            line += (line.empty() ? "" : " ") + word;
        }
        lines.push_back(line);
    }
    return lines;
}

std::string content_of(const std::string& text) {
    if (text.empty())
        return "0.9 g 50 50 500 700 re f";  // a grey box
    std::string content = "BT /F1 10 Tf 12 TL 50 800 Td\n";
    int written = 0;
    for (const auto& line : wrapped(to_win_ansi(text))) {
        // A page that overflows goes on in smaller steps: nothing is lost, beauty is not the point.
        if (++written == lines_a_page)
            content += "1 TL\n";
        content += "(" + escaped(line) + ") Tj T*\n";
    }
    return content + "ET";
}

constexpr const char* helvetica =
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

}  // namespace

std::string write_pdf(const std::vector<std::string>& pages) {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "", helvetica};
    std::string kids;
    for (const auto& page : pages) {
        const std::string content = content_of(page);
        const auto number = objects.size() + 1;
        kids += std::to_string(number) + " 0 R ";
        objects.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
            ">> >> /Contents " +
            std::to_string(number + 1) + " 0 R >>");
        objects.push_back(pdf_stream("", content));
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
    return pdf_of(objects);
}

std::string write_drawn_pdf(const std::vector<std::string>& contents, const std::string& resources,
                            const std::vector<std::string>& objects) {
    constexpr std::size_t first_content = 5, first_extra = 10;
    std::vector<std::string> all(first_extra - 1, "null");
    all[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    all[1] = "<< /Type /Pages /Kids [4 0 R] /Count 1 >>";
    all[2] = helvetica;
    std::string numbers;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        all.at(first_content - 1 + i) = pdf_stream("", contents[i]);
        numbers += std::to_string(first_content + i) + " 0 R ";
    }
    all[3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [" + numbers +
             "] /Resources << /Font << /F1 3 0 R >> " + resources + " >> >>";
    all.insert(all.end(), objects.begin(), objects.end());
    return pdf_of(all);
}

std::string pdf_of(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char entry[32];
        std::snprintf(entry, sizeof(entry), "%010zu 00000 n \n", file.size());
        table += entry;
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    const std::string start = std::to_string(file.size());
    return file + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count +
           " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string pdf_stream(const std::string& entries, const std::string& bytes) {
    return "<< " + entries + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
           "\nendstream";
}

std::vector<std::string> split_into_pages(std::string_view text, std::size_t words_a_page) {
    std::vector<std::string> pages;
    std::istringstream words{std::string(text)};
    std::size_t count = 0;
    for (std::string word; words >> word; ++count) {
        if (count % words_a_page == 0)
            pages.emplace_back();
        pages.back() += (pages.back().empty() ? "" : " ") + word;
    }
    return pages;
}

}  // namespace examwright::test

#pragma once

#include <string>
#include <vector>

namespace examwright::test {

/// Small files of the formats that people have, a page, slide, chapter or section for each text (UTF-8
/// without markup; a sentence in each, at least).
std::string write_docx(const std::vector<std::string>& pages);
std::string write_odt(const std::vector<std::string>& pages);
std::string write_pptx(const std::vector<std::string>& slides);
std::string write_odp(const std::vector<std::string>& slides);
std::string write_epub(const std::vector<std::string>& chapters);
std::string write_html(const std::vector<std::string>& sections);
std::string write_rtf(const std::vector<std::string>& pages);
/// A cue for every five words, one every second; each page begins on a minute that five divides.
std::string write_vtt(const std::vector<std::string>& pages);
/// Parted by form feeds.
std::string write_plain_text(const std::vector<std::string>& pages);

}  // namespace examwright::test

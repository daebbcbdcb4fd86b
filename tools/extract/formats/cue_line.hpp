#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

struct cue_line {
    std::string text;     // its words with single blanks, without tags
    std::string speaker;  // of its last <v Name>
};

/// Reads a line of a cue of WebVTT or SubRip. Only their own tags (<c.yellow>, <v Name>, <font color="red">)
/// and the time stamps of words (<00:00:01.500>) are taken off: any other "<" is text.
cue_line read_cue_line(std::string_view line);

}  // namespace examwright::extract

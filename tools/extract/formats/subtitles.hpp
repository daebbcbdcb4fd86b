#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Reads WebVTT or SubRip: the cues joined to sentences, lines that a later cue shows again once, a speaker's
/// name where the speaker changes. A page is five minutes.
extracted read_subtitles(std::string_view bytes);

}  // namespace examwright::extract

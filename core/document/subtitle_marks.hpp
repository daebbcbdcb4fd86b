#pragma once

#include <optional>
#include <string_view>

namespace examwright {

/// The seconds at which the cue of a line such as "00:01:02.500 --> 00:01:05,000 align:start" begins. VTT may
/// leave the hours out.
std::optional<int> cue_start(std::string_view line);

/// Whether a text is WebVTT or SubRip, by its first lines.
bool is_subtitles(std::string_view text);

}  // namespace examwright

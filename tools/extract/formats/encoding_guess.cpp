#include "tools/extract/formats/encoding_guess.hpp"

#include <uchardet.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/code_pages.hpp"
#include "tools/extract/formats/text_plausibility.hpp"

namespace examwright::extract {

namespace {

// Each is tried. The detectors know more, but are sure of little.
constexpr std::array encodings = {"windows-1252",   "windows-1250", "ISO-8859-2",
                                  "windows-1251",   "KOI8-R",       "KOI8-U",
                                  "ISO-8859-5",     "IBM866",       "cp1125",
                                  "x-mac-cyrillic", "windows-1253", "ISO-8859-7",
                                  "windows-1254",   "windows-1255", "IBM862",
                                  "windows-1256",   "windows-1257", "windows-874",
                                  "ISO-8859-15",    "macintosh",    "x-mac-centraleurroman",
                                  "IBM850",         "IBM437",       "IBM852",
                                  "IBM857",         "Shift_JIS",    "EUC-JP",
                                  "GB18030",        "Big5",         "EUC-KR",
                                  "ISO-8859-6",     "windows-1258"};

struct candidate {
    std::string name;
    std::string text;
    double score = 0;
};

}  // namespace

std::string decode_escaped(std::string_view bytes) {
    if (bytes.find("\x1B$") == bytes.npos)
        return {};
    for (const char* name : {"ISO-2022-JP", "ISO-2022-KR"})
        if (auto text = from_encoding(bytes, name); text && plausibility(*text) > 0.3)
            return std::move(*text);
    return {};
}

namespace {

std::string detected_by_uchardet(std::string_view bytes) {
    const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

std::string detected_by_icu(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&error),
                                                                                  ucsdet_close);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
    const auto* match = ucsdet_detect(detector.get(), &error);
    const char* name = match ? ucsdet_getName(match, &error) : nullptr;
    return U_SUCCESS(error) && name ? name : "";
}

std::vector<candidate> candidates_for(std::string_view sample) {
    constexpr double least = 0.3;
    std::vector<candidate> found;
    for (const char* name : encodings) {
        auto text = from_encoding(sample, name);
        if (!text)
            continue;
        const auto score = plausibility(*text);
        if (score >= least)
            found.push_back({name, std::move(*text), score});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const candidate& a, const candidate& b) { return a.score > b.score; });
    return found;
}

/// Those whose texts differ from the best one's and score nearly as high.
std::vector<const candidate*> rivals_of(const candidate& best, const std::vector<candidate>& all) {
    constexpr double margin = 0.12;
    std::vector<const candidate*> rivals;
    for (const auto& each : all)
        if (each.text != best.text && best.score - each.score < margin)
            rivals.push_back(&each);
    return rivals;
}

/// The candidate whose text an encoding of this name makes; nullptr for none.
const candidate* same_text(std::string_view sample, const std::string& encoding,
                           const std::vector<candidate>& all) {
    const bool latin1 = encoding == "ISO-8859-1" || encoding == "ISO-8859-15";
    const auto text =
        encoding.empty() ? std::nullopt : from_encoding(sample, latin1 ? "windows-1252" : encoding.c_str());
    for (const auto& each : all)
        if (text && each.text == *text)
            return &each;
    return nullptr;
}

const candidate* choose(std::string_view sample, const std::vector<candidate>& all) {
    if (all.empty())
        return nullptr;
    const auto rivals = rivals_of(all.front(), all);
    if (rivals.empty())
        return &all.front();
    const auto* first = same_text(sample, detected_by_uchardet(sample), all);
    const auto* second = same_text(sample, detected_by_icu(sample), all);
    const auto is_near = [&](const candidate* each) {
        return each && all.front().score - each->score < 0.12;
    };
    if (is_near(first) && is_near(second))
        return first->text == second->text ? first : nullptr;
    return is_near(first) && all.front().text == first->text ? first : nullptr;
}

bool is_latin_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || byte >= 0xC0;
}

/// Whether the signs that Windows-1252 shows as "¤" and as "½" within words are ISO-8859-15's "€" and "œ". No
/// text has the first, and a half stands behind no letter, and before none but those of a unit.
bool is_latin9(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte == 0xA4)
            return true;
        if (byte < 0xBC || byte > 0xBE)
            continue;
        const auto behind = bytes.substr(i + 1, 3);
        const auto letters = static_cast<std::size_t>(
            std::find_if_not(behind.begin(), behind.end(), is_latin_letter) - behind.begin());
        const bool vowel = letters > 1 && std::string_view("aeiouAEIOU").find(behind[0]) != behind.npos;
        if ((i > 0 && is_latin_letter(bytes[i - 1])) || letters == 3 || vowel)
            return true;
    }
    return false;
}

/// The encoding of a text that has no sign beyond ASCII but the euro, between words; nullptr for others.
const char* encoding_by_euro(std::string_view bytes) {
    char euro = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80)
            continue;
        const bool sign = bytes[i] == '\xA4' || bytes[i] == '\x80';
        const bool in_word = (i > 0 && is_latin_letter(bytes[i - 1])) ||
                             (i + 1 < bytes.size() && is_latin_letter(bytes[i + 1]));
        if (!sign || in_word || (euro != 0 && euro != bytes[i]))
            return nullptr;
        euro = bytes[i];
    }
    return euro == 0 ? nullptr : euro == '\xA4' ? "ISO-8859-15" : "windows-1252";
}

/// Enough to tell by, cut where no character is cut in two.
std::string_view sample_of(std::string_view bytes) {
    constexpr std::size_t enough = 60'000;
    if (bytes.size() <= enough)
        return bytes;
    const auto end = bytes.find_last_of("\n ", enough);
    return bytes.substr(0, end == bytes.npos ? enough : end);
}

}  // namespace

std::string guess_encoding(std::string_view bytes) {
    const auto sample = sample_of(bytes);
    const auto all = candidates_for(sample);
    const auto* best = choose(sample, all);
    const char* name = best ? best->name.c_str() : nullptr;
    if (const auto* known = encoding_by_euro(bytes))
        name = known;
    else if (best && best->name == "windows-1252" && is_latin9(bytes))
        name = "ISO-8859-15";
    auto text = name ? from_encoding(bytes, name) : std::nullopt;
    if (!text)
        throw failure(extraction_exit::unknown_encoding, "the encoding of the text is not certain");
    return std::move(*text);
}

}  // namespace examwright::extract

#include "tools/extract/formats/code_pages.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ustring.h>

#include <memory>
#include <utility>
#include <vector>

namespace examwright::extract {

namespace {

using converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

converter open_converter(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    converter opened(ucnv_open(name, &error), ucnv_close);
    return U_SUCCESS(error) ? std::move(opened) : converter(nullptr, ucnv_close);
}

std::optional<std::string> convert(UConverter* from, std::string_view bytes) {
    // UTF-16 never has more units than any of these encodings has bytes, but for a few signs of two.
    std::vector<char16_t> units(bytes.size() * 2 + 16);
    UErrorCode error = U_ZERO_ERROR;
    const auto count =
        ucnv_toUChars(from, reinterpret_cast<UChar*>(units.data()), static_cast<int32_t>(units.size()),
                      bytes.data(), static_cast<int32_t>(bytes.size()), &error);
    if (U_FAILURE(error))
        return std::nullopt;
    std::string utf8(static_cast<std::size_t>(count) * 3 + 1, '\0');
    int32_t length = 0;
    u_strToUTF8(utf8.data(), static_cast<int32_t>(utf8.size()), &length,
                reinterpret_cast<const UChar*>(units.data()), count, &error);
    if (U_FAILURE(error))
        return std::nullopt;
    utf8.resize(static_cast<std::size_t>(length));
    return utf8;
}

}  // namespace

bool is_known_encoding(const char* name) {
    return open_converter(name) != nullptr;
}

std::optional<std::string> from_encoding(std::string_view bytes, const char* name) {
    const auto from = open_converter(name);
    if (!from)
        return std::nullopt;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    return U_FAILURE(error) ? std::nullopt : convert(from.get(), bytes);
}

std::string from_encoding_repaired(std::string_view bytes, const char* name) {
    const auto from = open_converter(name);
    return from ? convert(from.get(), bytes).value_or(std::string(bytes)) : std::string(bytes);
}

}  // namespace examwright::extract

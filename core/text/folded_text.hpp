#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// A text evened out for looking words up: case folded, ligatures taken apart, quotation marks and hyphens
/// within words left out (end-of-line ones with the line's end), all else that is no word one space. Each
/// byte of it knows the bytes of the source that it came from.
class folded_text {
  public:
    /// Folds source; its offsets are counted from `base`.
    explicit folded_text(std::string_view source, std::size_t base = 0);

    std::string_view text() const { return text_; }
    /// Where the code point that the byte at `offset` came from begins and ends in the source.
    std::size_t source_begin(std::size_t offset) const { return begins_[offset]; }
    std::size_t source_end(std::size_t offset) const { return begins_[offset] + lengths_[offset]; }
    /// The first byte that came from the source's `offset` or from behind it.
    std::size_t offset_of(std::size_t offset) const;

  private:
    void add(std::size_t at, std::size_t length, char32_t value);
    void emit(std::string_view bytes, std::size_t at, std::size_t length);

    std::string text_;
    std::vector<std::size_t> begins_;
    std::vector<std::uint8_t> lengths_;
    std::size_t base_;
    std::string scratch_;
    char32_t previous_ = 0;  // the code point last emitted
    bool gap_ = false;
};

}  // namespace examwright

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// The text case-folded, with runs of white space and punctuation collapsed, for comparison. Two texts that
/// differ only in these compare equal.
std::string normalized(std::string_view text);

/// A normalized text that knows where it came from. The source must outlive it.
class normalized_text {
  public:
    explicit normalized_text(std::string_view source);

    const std::string& text() const { return text_; }
    /// The stretch of the source that the bytes [begin, end) of text() came from. end is above begin.
    std::string_view source_of(std::size_t begin, std::size_t end) const;

  private:
    std::string_view source_;
    std::string text_;
    std::vector<std::uint32_t> offsets_;  // in the source, of each byte of text_
};

}  // namespace examwright

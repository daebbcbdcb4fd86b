#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace examwright::extract {

/// Cuts what a program prints into rows, as it arrives. Of a row longer than a megabyte only its beginning is
/// kept.
class row_splitter {
  public:
    template <typename Read>
    void feed(std::string_view piece, Read read) {
        while (!piece.empty()) {
            const auto end = piece.find('\n');
            const auto part = piece.substr(0, end);
            row_ += part.substr(0, longest_row - std::min(longest_row, row_.size()));
            if (end == piece.npos)
                return;
            piece.remove_prefix(end + 1);
            read(std::string_view(row_));
            row_.clear();
        }
    }

  private:
    static constexpr std::size_t longest_row = 1 << 20;

    std::string row_;
};

}  // namespace examwright::extract

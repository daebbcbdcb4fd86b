#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace examwright::extract {

/// The parts of a zip archive in memory, by its central directory alone. Nothing is written anywhere, and
/// what a part inflates to is counted, whatever its sizes claim. Throws a failure (damaged, encrypted,
/// too_costly) for what it does not take: names listed twice, more than 2,000 parts, 50 MB a part, 150 MB in
/// all, or more than a hundredfold from 1 MB on.
class zip_reader {
  public:
    /// The bytes must outlive it.
    explicit zip_reader(std::string_view bytes);

    bool holds(std::string_view name) const { return entries_.find(name) != entries_.end(); }
    /// Returns nullopt where there is no such part.
    std::optional<std::string> read(std::string_view name);

  private:
    struct entry {
        std::size_t packed_size = 0;
        std::size_t header_at = 0;  // of its local header
        unsigned method = 0;
        bool encrypted = false;
    };
    void add_entry(std::size_t at, std::size_t name_length, std::size_t extra_length);
    std::string_view packed_bytes(const entry& part) const;
    std::string inflate_part(std::string_view packed);

    std::string_view bytes_;
    std::map<std::string, entry, std::less<>> entries_;
    std::size_t inflated_ = 0;
};

}  // namespace examwright::extract

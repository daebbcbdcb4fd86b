#include "core/imports/stray_texts.hpp"

#include <optional>
#include <string_view>

#include "core/imports/text_beginning.hpp"

namespace examwright {

namespace {

constexpr std::size_t most_notes = 100;

std::string count_of(std::size_t lines) {
    return std::to_string(lines) + (lines == 1 ? " more line" : " more lines");
}

std::string_view belongs(bool alone) {
    return alone ? " belongs to no question" : " belong to no question";
}

}  // namespace

void stray_texts::add(const std::string& place, const std::vector<std::string>& lines) {
    if (!notes_.empty() && notes_.back().place == place)
        notes_.back().lines += lines.size();
    else if (notes_.size() < most_notes)
        notes_.push_back({place, text_beginning(lines.front()), lines.size()});
    else
        unlisted_ += lines.size();
}

void stray_texts::leave_out_of(question_set& set) const {
    for (const auto& [place, first, lines] : notes_) {
        const bool alone = lines == 1;
        leave_out(set, {std::nullopt, place,
                        "\"" + first + "\"" + (alone ? "" : " and " + count_of(lines - 1)) +
                            std::string(belongs(alone))});
    }
    if (unlisted_ > 0)
        leave_out(set,
                  {std::nullopt, "The document", count_of(unlisted_) + std::string(belongs(unlisted_ == 1))});
}

}  // namespace examwright

#include "tools/extract/formats/letter_marks.hpp"

#include <algorithm>
#include <vector>

namespace examwright::extract {

namespace {

constexpr int dark = 160;

/// Finds the page's marks one after the other, each as the dots that touch.
class mark_finder {
  public:
    explicit mark_finder(const pgm_image& image)
        : image_(image),
          seen_(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height)),
          light_on_dark_(is_mostly_dark()) {}

    std::size_t count(std::size_t enough) {
        std::size_t found = 0;
        for (int y = 0; y < image_.height && found < enough; ++y)
            for (int x = 0; x < image_.width && found < enough; ++x)
                found += take(x, y) ? letters() : 0;
        return found;
    }

  private:
    struct dot {
        int x, y;
    };

    bool is_mostly_dark() const {
        const auto begin = image_.bytes.begin() + static_cast<std::ptrdiff_t>(image_.pixels);
        const auto darks = std::count_if(begin, begin + static_cast<std::ptrdiff_t>(seen_.size()),
                                         [](char c) { return static_cast<unsigned char>(c) < dark; });
        return static_cast<std::size_t>(darks) * 2 > seen_.size();
    }

    /// Marks a dot as seen; returns whether it is ink that was not seen before.
    bool visit(int x, int y) {
        if (x < 0 || y < 0 || x >= image_.width || y >= image_.height)
            return false;
        const auto index = static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) +
                           static_cast<std::size_t>(x);
        if (seen_[index])
            return false;
        seen_[index] = true;
        return (image_.at(x, y) < dark) != light_on_dark_;
    }

    /// Follows the mark that begins at this dot, if one does.
    bool take(int x, int y) {
        if (!visit(x, y))
            return false;
        left_ = right_ = x;
        top_ = bottom_ = y;
        open_.push_back({x, y});
        while (!open_.empty()) {
            const auto at = open_.back();
            open_.pop_back();
            left_ = std::min(left_, at.x);
            right_ = std::max(right_, at.x);
            bottom_ = std::max(bottom_, at.y);
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    if (visit(at.x + dx, at.y + dy))
                        open_.push_back({at.x + dx, at.y + dy});
        }
        return true;
    }

    /// How many letters the mark may be: some scripts join those of a word.
    std::size_t letters() const {
        constexpr int lowest = 9, highest = 150, widest = 600;
        const int height = bottom_ - top_ + 1, width = right_ - left_ + 1;
        if (height < lowest || height > highest || width > widest)
            return 0;
        return width > 3 * height ? 4 : 1;
    }

    const pgm_image& image_;
    std::vector<bool> seen_;
    const bool light_on_dark_;
    std::vector<dot> open_;
    int left_ = 0, right_ = 0, top_ = 0, bottom_ = 0;
};

}  // namespace

std::size_t count_letter_marks(const pgm_image& image, std::size_t enough) {
    return mark_finder(image).count(enough);
}

}  // namespace examwright::extract

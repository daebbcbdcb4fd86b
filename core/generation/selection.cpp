#include "core/generation/selection.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace examwright {
namespace {

/// What is chosen when there are not enough others.
enum class allowed { nothing_else, hints, longest_keys };

class selector {
  public:
    selector(const std::vector<selectable>& questions, std::size_t wanted, std::size_t document_bytes)
        : questions_(questions), wanted_(wanted), parts_(wanted) {
        const auto bytes = std::max<std::size_t>(1, document_bytes);
        for (std::size_t i = 0; i < questions.size(); ++i)
            parts_[std::min(questions[i].position * wanted / bytes, wanted - 1)].push_back(i);
    }

    std::vector<std::size_t> run() {
        const auto enough = std::min(wanted_, questions_.size());
        for (const auto also : {allowed::nothing_else, allowed::hints, allowed::longest_keys})
            for (auto before = chosen_.size() + 1; chosen_.size() < enough && chosen_.size() != before;) {
                before = chosen_.size();
                add_pass(also);
            }
        cover_letters();
        std::sort(chosen_.begin(), chosen_.end(), [this](std::size_t left, std::size_t right) {
            return std::tuple(questions_[left].position, left) <
                   std::tuple(questions_[right].position, right);
        });
        return std::move(chosen_);
    }

  private:
    bool is_open(std::size_t i, allowed also) const {
        return (also >= allowed::hints || !stands_beside_hint(i)) &&
               (also >= allowed::longest_keys || !questions_[i].key_is_longest ||
                (longest_ + 1) * 3 <= wanted_);
    }

    bool stands_beside_hint(std::size_t i, std::optional<std::size_t> but = std::nullopt) const {
        return std::any_of(chosen_.begin(), chosen_.end(), [&](std::size_t other) {
            return other != but && std::ranges::count(questions_[i].hints, other) > 0;
        });
    }

    /// One question from each part that has one left, the best first.
    void add_pass(allowed also) {
        auto waiting = parts_;
        while (chosen_.size() < wanted_) {
            std::vector<std::vector<std::size_t>*> open;
            for (auto& part : waiting) {
                std::erase_if(part, [&](std::size_t i) { return !is_open(i, also); });
                if (!part.empty())
                    open.push_back(&part);
            }
            if (open.empty())
                return;
            const auto best_of = [this](const auto* part) {
                return *std::min_element(part->begin(), part->end(),
                                         [this](auto left, auto right) { return before(left, right); });
            };
            const auto part = std::min_element(open.begin(), open.end(), [&](auto* left, auto* right) {
                return before(best_of(left), best_of(right));
            });
            const auto best = best_of(*part);
            ++keys_[questions_[best].key];
            longest_ += questions_[best].key_is_longest;
            chosen_.push_back(best);
            std::erase(parts_[static_cast<std::size_t>(*part - waiting.data())], best);
            (*part)->clear();
        }
    }

    /// Lets a letter that is no question's key yet take the place of one that is the key of several.
    void cover_letters() {
        constexpr std::size_t fewest = 8;  // of fewer questions some letter is often nobody's
        if (chosen_.size() < fewest)
            return;
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const auto replaced = keys_[questions_[i].key] == 0 ? nearest_replaceable(i) : chosen_.end();
            if (replaced == chosen_.end())
                continue;
            --keys_[questions_[*replaced].key];
            ++keys_[questions_[i].key];
            *replaced = i;
        }
    }

    std::vector<std::size_t>::iterator nearest_replaceable(std::size_t one) {
        const auto distance = [&](std::size_t other) {
            const auto [first, last] = std::minmax(questions_[one].position, questions_[other].position);
            return last - first;
        };
        auto nearest = chosen_.end();
        for (auto each = chosen_.begin(); each != chosen_.end(); ++each)
            if (may_replace(one, *each) && (nearest == chosen_.end() || distance(*each) < distance(*nearest)))
                nearest = each;
        return nearest;
    }

    bool may_replace(std::size_t one, std::size_t chosen) const {
        constexpr double most_loss = 0.051;  // as for a quote that is nearly word for word
        const auto& in = questions_[one];
        const auto& out = questions_[chosen];
        return keys_.at(out.key) > 1 && out.score - in.score <= most_loss &&
               (out.key_is_longest || !in.key_is_longest) && !stands_beside_hint(one, chosen);
    }

    bool before(std::size_t left, std::size_t right) {
        const auto rank = [this](std::size_t i) {
            return std::tuple(-questions_[i].score, keys_[questions_[i].key], questions_[i].position, i);
        };
        return rank(left) < rank(right);
    }

    const std::vector<selectable>& questions_;
    std::size_t wanted_;
    std::vector<std::vector<std::size_t>> parts_;
    std::vector<std::size_t> chosen_;
    std::map<std::size_t, int> keys_;
    std::size_t longest_ = 0;  // chosen ones whose key is the longest option
};

}  // namespace

std::vector<std::size_t> select_best(const std::vector<selectable>& questions, std::size_t wanted,
                                     std::size_t document_bytes) {
    if (wanted == 0)
        return {};
    return selector(questions, wanted, document_bytes).run();
}

}  // namespace examwright

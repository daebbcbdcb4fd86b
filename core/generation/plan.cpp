#include "core/generation/plan.hpp"

#include <algorithm>
#include <limits>

namespace examwright {
namespace {

/// Added to a chunk's uses when a group of this round has it: more than any chunk's questions sum to, so that
/// groups share material only where there is no other.
constexpr int taken = 100;

struct stretch {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Numbers the stretches, and shares the candidates out: quotas that differ by one at most.
std::vector<call_group> make_groups(const std::vector<chunk>& chunks, const std::vector<stretch>& stretches,
                                    int candidates) {
    const int count = static_cast<int>(stretches.size());
    std::vector<call_group> groups;
    int slot = 0;
    for (int i = 0; i < count; ++i) {
        const auto [first, last] = stretches[static_cast<std::size_t>(i)];
        const int quota = candidates / count + (i < candidates % count ? 1 : 0);
        groups.push_back({i, first, last, chunks[first].begin, chunks[last].end, quota, slot});
        slot += quota;
    }
    return groups;
}

std::size_t distance(const std::vector<stretch>& chosen, std::size_t first, std::size_t last) {
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const auto& other : chosen)
        nearest = std::min(
            nearest, first > other.last ? first - other.last : (other.first > last ? other.first - last : 0));
    return nearest;
}

/// The stretch of `length` chunks with the fewest uses; of equals the one farthest from those chosen, then
/// the earliest.
stretch least_used(const std::vector<int>& uses, std::size_t length, const std::vector<stretch>& chosen) {
    long sum = 0;
    for (std::size_t i = 0; i < length; ++i)
        sum += uses[i];
    stretch best{0, length - 1};
    long fewest = sum;
    auto farthest = distance(chosen, best.first, best.last);
    for (std::size_t first = 1; first + length <= uses.size(); ++first) {
        sum += uses[first + length - 1] - uses[first - 1];
        const auto away = distance(chosen, first, first + length - 1);
        if (sum < fewest || (sum == fewest && away > farthest)) {
            best = {first, first + length - 1};
            fewest = sum;
            farthest = away;
        }
    }
    return best;
}

}  // namespace

int candidates_for(int n) {
    return n <= 0 ? 0 : std::max(n + (n + 3) / 4, n + 2);
}

int candidates_for(int n, int accepted, int dropped) {
    const int kept = std::max(accepted, 1);
    const int at_this_rate = (n * (accepted + dropped) + kept - 1) / kept;
    return std::clamp(at_this_rate, candidates_for(n), std::max(3 * n, candidates_for(n)));
}

std::vector<call_group> plan_first_round(const std::vector<chunk>& chunks, int candidates,
                                         const std::vector<double>& weights) {
    std::vector<std::size_t> weighty;
    std::vector<double> sums{0};  // of the weights before each of them
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const double weight = i < weights.size() ? weights[i] : 1;
        if (weight <= 0)
            continue;
        weighty.push_back(i);
        sums.push_back(sums.back() + weight);
    }
    if (weighty.empty() || candidates <= 0)
        return {};
    const auto count = std::min(
        {static_cast<std::size_t>(max_groups), static_cast<std::size_t>(candidates), weighty.size()});
    std::vector<stretch> stretches;
    std::size_t first = 0;
    for (std::size_t group = 1; group <= count; ++group) {
        const double share = sums.back() * static_cast<double>(group) / static_cast<double>(count) + 1e-9;
        const auto most = weighty.size() - (count - group);  // one is left for each group to come
        auto end = first + 1;
        while (end < most && (group == count || sums[end + 1] <= share))
            ++end;
        stretches.push_back({weighty[first], weighty[end - 1]});
        first = end;
    }
    return make_groups(chunks, stretches, candidates);
}

std::vector<call_group> plan_later_round(const std::vector<chunk>& chunks, const std::vector<int>& uses,
                                         int missing, int candidates) {
    if (chunks.empty() || missing <= 0)
        return {};
    const auto count = static_cast<std::size_t>(std::min((missing + 4) / 5, max_groups));
    const auto wanted = std::max<std::size_t>(2, (static_cast<std::size_t>(candidates) + count - 1) / count);
    const auto share = chunks.size() / std::max<std::size_t>(2, count);
    const auto length = std::clamp<std::size_t>(share, 1, wanted);
    auto weights = uses;
    weights.resize(chunks.size());
    std::vector<stretch> stretches;
    while (stretches.size() < count) {
        const auto found = least_used(weights, length, stretches);
        stretches.push_back(found);
        for (auto i = found.first; i <= found.last; ++i)
            weights[i] += taken;
    }
    std::sort(stretches.begin(), stretches.end(), [](stretch a, stretch b) { return a.first < b.first; });
    return make_groups(chunks, stretches, candidates);
}

std::vector<call_group> split_group(const std::vector<chunk>& chunks, const call_group& group) {
    auto front = group;
    auto back = group;
    front.id = max_groups + 2 * group.id;
    back.id = front.id + 1;
    front.quota = (group.quota + 1) / 2;
    back.quota = group.quota - front.quota;
    back.first_slot = group.first_slot + front.quota;
    if (group.first_chunk < group.last_chunk) {
        front.last_chunk = group.first_chunk + (group.last_chunk - group.first_chunk) / 2;
        back.first_chunk = front.last_chunk + 1;
        front.end = chunks[front.last_chunk].end;
        back.begin = chunks[back.first_chunk].begin;
    }
    return {front, back};
}

}  // namespace examwright

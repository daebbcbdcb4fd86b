#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/document/chunks.hpp"

namespace examwright {

/// The work of one write call: so many questions about one continuous stretch of the document.
struct call_group {
    int id = 0;                   // unique within its round
    std::size_t first_chunk = 0;  // the chunks [first_chunk, last_chunk] of the stretch
    std::size_t last_chunk = 0;
    std::size_t begin = 0;  // the first chunk's start
    std::size_t end = 0;    // the last chunk's end
    int quota = 0;          // questions to ask for, at least 1
    int first_slot = 0;     // the sum of the quotas before it: its questions' places in the order of keys
    std::vector<std::string> key_terms;  // that no other group of its round has; may be none
};

inline constexpr int max_groups = 4;  // calls at once, as the old service's four workers
inline constexpr int max_rounds = 3;

/// How many questions to write so that n are left after the checks: n and a quarter more, at least n + 2.
int candidates_for(int n);

/// min(4, candidates, chunks) groups that together cover every chunk that weighs something, each with about
/// the same weight; quotas sum to candidates and differ by one at most. Empty for no chunks. weights: as
/// weights_of() gives them; empty if all weigh the same.
std::vector<call_group> plan_first_round(const std::vector<chunk>& chunks, int candidates,
                                         const std::vector<double>& weights = {});

/// The same for the missing ones, where of those written so far `accepted` were kept and `dropped` were not:
/// as many as leave n at that rate, 3 n at most.
int candidates_for(int n, int accepted, int dropped);

/// ceil(missing / 5) groups, 4 at most, over the chunks least used so far: uses[i] counts what chunk i has
/// given (kept up to date by the caller). Quotas sum to candidates.
std::vector<call_group> plan_later_round(const std::vector<chunk>& chunks, const std::vector<int>& uses,
                                         int missing, int candidates);

/// The two halves of a group whose reply was cut off: its stretch and its quota in two, the stretch shared
/// where it is a single chunk. Ids 4 + 2 * id and 5 + 2 * id, so that no two groups of a round share one, in
/// whatever order they are split. Needs a quota of 2 or more.
std::vector<call_group> split_group(const std::vector<chunk>& chunks, const call_group& group);

}  // namespace examwright

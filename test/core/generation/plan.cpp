#include "core/generation/plan.hpp"

#include <boost/test/unit_test.hpp>
#include <numeric>
#include <set>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(plan)

namespace {

std::vector<chunk> make_chunks(std::size_t count) {
    std::vector<chunk> chunks;
    for (std::size_t i = 0; i < count; ++i)
        chunks.push_back({i * 1200, i * 1200 + 1500, 1, 1});
    return chunks;
}

int quotas(const std::vector<call_group>& groups) {
    return std::accumulate(groups.begin(), groups.end(), 0,
                           [](int sum, const call_group& group) { return sum + group.quota; });
}

/// What holds for the groups of any round.
void check_groups(const std::vector<call_group>& groups, const std::vector<chunk>& chunks) {
    int slot = 0;
    std::set<int> ids;
    for (const auto& group : groups) {
        BOOST_TEST(group.quota >= 1);
        BOOST_TEST(group.first_slot == slot);
        BOOST_TEST(group.first_chunk <= group.last_chunk);
        BOOST_TEST(group.begin == chunks.at(group.first_chunk).begin);
        BOOST_TEST(group.end == chunks.at(group.last_chunk).end);
        slot += group.quota;
        ids.insert(group.id);
    }
    BOOST_TEST(ids.size() == groups.size());
}

}  // namespace

BOOST_AUTO_TEST_CASE(candidates) {
    BOOST_TEST(candidates_for(1) == 3);
    BOOST_TEST(candidates_for(3) == 5);
    BOOST_TEST(candidates_for(8) == 10);
    BOOST_TEST(candidates_for(12) == 15);
    BOOST_TEST(candidates_for(15) == 19);
    BOOST_TEST(candidates_for(20) == 25);
    BOOST_TEST(candidates_for(0) == 0);
}

BOOST_AUTO_TEST_CASE(the_first_round_covers_every_chunk_evenly) {
    for (std::size_t count = 1; count <= 60; ++count)
        for (int wanted : {1, 3, 12, 20}) {
            const auto chunks = make_chunks(count);
            const int candidates = candidates_for(wanted);
            const auto groups = plan_first_round(chunks, candidates);
            check_groups(groups, chunks);
            BOOST_TEST(groups.size() ==
                       std::min<std::size_t>({4, count, static_cast<std::size_t>(candidates)}));
            BOOST_TEST(quotas(groups) == candidates);
            std::size_t next = 0;
            for (const auto& group : groups) {
                BOOST_TEST(group.first_chunk == next);
                next = group.last_chunk + 1;
                BOOST_TEST(group.last_chunk - group.first_chunk + 1 >= count / groups.size());
                BOOST_TEST(group.last_chunk - group.first_chunk <= count / groups.size());
                BOOST_TEST(group.quota - candidates / static_cast<int>(groups.size()) <= 1);
            }
            BOOST_TEST(next == count);
        }
}

BOOST_AUTO_TEST_CASE(what_was_dropped_is_asked_for_as_well) {
    BOOST_TEST(candidates_for(8, 12, 0) == candidates_for(8));
    BOOST_TEST(candidates_for(8, 12, 2) == candidates_for(8));  // no less than without a drop
    BOOST_TEST(candidates_for(8, 10, 10) == 16);
    BOOST_TEST(candidates_for(8, 3, 27) == 24);
    BOOST_TEST(candidates_for(8, 0, 15) == 24);
    BOOST_TEST(candidates_for(1, 0, 3) == 3);
    BOOST_TEST(candidates_for(5, 0, 0) == candidates_for(5));
    const auto groups = plan_later_round(make_chunks(40), std::vector<int>(40), 8, 24);
    BOOST_TEST(groups.size() == 2u);
    BOOST_TEST(quotas(groups) == 24);
}

BOOST_AUTO_TEST_CASE(no_chunks_no_groups) {
    BOOST_TEST(plan_first_round({}, 5).empty());
    BOOST_TEST(plan_later_round({}, {}, 5, 7).empty());
    BOOST_TEST(plan_later_round(make_chunks(5), std::vector<int>(5), 0, 0).empty());
}

BOOST_AUTO_TEST_CASE(a_later_round_has_a_call_for_each_five_missing) {
    const auto chunks = make_chunks(40);
    for (int missing = 1; missing <= 20; ++missing) {
        const auto groups = plan_later_round(chunks, std::vector<int>(40), missing, candidates_for(missing));
        check_groups(groups, chunks);
        BOOST_TEST(static_cast<int>(groups.size()) == std::min(4, (missing + 4) / 5));
        BOOST_TEST(quotas(groups) == candidates_for(missing));
        for (const auto& group : groups) {
            const auto length = group.last_chunk - group.first_chunk + 1;
            BOOST_TEST(length >= static_cast<std::size_t>(group.quota));
            BOOST_TEST(length <= 8u);
        }
        for (std::size_t i = 1; i < groups.size(); ++i)
            BOOST_TEST(groups[i].first_chunk > groups[i - 1].last_chunk);
    }
}

BOOST_AUTO_TEST_CASE(a_later_round_takes_what_is_least_used) {
    const auto chunks = make_chunks(30);
    std::vector<int> uses(30, 2);
    for (std::size_t i = 20; i < 26; ++i)
        uses[i] = 0;
    const auto groups = plan_later_round(chunks, uses, 3, 5);
    BOOST_REQUIRE(groups.size() == 1u);
    BOOST_TEST(groups[0].first_chunk >= 20u);
    BOOST_TEST(groups[0].last_chunk <= 25u);
}

BOOST_AUTO_TEST_CASE(refused_material_comes_last) {
    const auto chunks = make_chunks(8);
    std::vector<int> uses(8, 1);
    for (std::size_t i = 0; i < 4; ++i)
        uses[i] = 1000;
    for (const auto& group : plan_later_round(chunks, uses, 18, 23))
        BOOST_TEST(group.first_chunk >= 4u);
}

BOOST_AUTO_TEST_CASE(a_small_document_is_shared) {
    for (std::size_t count = 1; count <= 5; ++count) {
        const auto chunks = make_chunks(count);
        const auto groups = plan_later_round(chunks, std::vector<int>(count), 20, 25);
        check_groups(groups, chunks);
        BOOST_TEST(groups.size() == 4u);
        BOOST_TEST(quotas(groups) == 25);
    }
    const auto one = plan_later_round(make_chunks(6), std::vector<int>(6), 4, 6);
    BOOST_TEST(one[0].last_chunk - one[0].first_chunk + 1 < 6u);
}

BOOST_AUTO_TEST_CASE(a_cut_off_group_is_halved) {
    const auto chunks = make_chunks(9);
    const auto group = plan_first_round(chunks, 19).at(1);
    const auto halves = split_group(chunks, group);
    BOOST_REQUIRE(halves.size() == 2u);
    BOOST_TEST(halves[0].quota + halves[1].quota == group.quota);
    BOOST_TEST(halves[0].first_slot == group.first_slot);
    BOOST_TEST(halves[1].first_slot == group.first_slot + halves[0].quota);
    BOOST_TEST(halves[0].id == 6);
    BOOST_TEST(halves[1].id == 7);
    BOOST_TEST(halves[0].begin == group.begin);
    BOOST_TEST(halves[1].end == group.end);
    BOOST_TEST(halves[0].last_chunk + 1 == halves[1].first_chunk);
    BOOST_TEST(halves[0].end == chunks[halves[0].last_chunk].end);
}

BOOST_AUTO_TEST_CASE(halves_of_a_single_chunk_share_it) {
    const auto chunks = make_chunks(1);
    const auto group = plan_first_round(chunks, 5).at(0);
    for (const auto& half : split_group(chunks, group)) {
        BOOST_TEST(half.begin == group.begin);
        BOOST_TEST(half.end == group.end);
        BOOST_TEST(half.quota >= 2);
    }
}

BOOST_AUTO_TEST_CASE(ids_stay_unique_however_groups_are_split) {
    const auto chunks = make_chunks(40);
    std::set<int> ids;
    std::vector<call_group> open = plan_first_round(chunks, 64);
    while (!open.empty()) {
        const auto group = open.back();
        open.pop_back();
        BOOST_TEST(ids.insert(group.id).second);
        if (group.quota < 2)
            continue;
        for (const auto& half : split_group(chunks, group))
            open.push_back(half);
    }
    BOOST_TEST(ids.size() == 4u + 2 * 60);
}

BOOST_AUTO_TEST_CASE(chunks_that_weigh_nothing_get_no_group) {
    std::vector<chunk> chunks;
    for (std::size_t i = 0; i < 10; ++i)
        chunks.push_back({i * 100, i * 100 + 100, 1, 1});
    const std::vector<double> weights{0, 0, 1, 1, 1, 1, 1, 1, 1, 0};
    const auto groups = plan_first_round(chunks, 8, weights);
    BOOST_TEST_REQUIRE(groups.size() == 4u);
    BOOST_TEST(groups.front().first_chunk == 2u);
    BOOST_TEST(groups.back().last_chunk == 8u);
    BOOST_TEST(plan_first_round(chunks, 8, {0, 0, 0, 0, 0, 1, 0, 0, 0, 0}).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

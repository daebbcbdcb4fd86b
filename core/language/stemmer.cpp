#include "core/language/stemmer.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

struct delete_stemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

const char* algorithm_of(language spoken) {
    switch (spoken) {
        case language::english: return "english";
        case language::german: return "german";
        case language::french: return "french";
        case language::spanish: return "spanish";
        case language::portuguese: return "portuguese";
        case language::hindi: return "hindi";
        case language::unknown:
        case language::other_script: break;
    }
    return nullptr;
}

/// A stemmer keeps its last word, so each thread has its own.
sb_stemmer* stemmer_of(language spoken) {
    thread_local std::array<std::unique_ptr<sb_stemmer, delete_stemmer>, 8> stemmers;
    auto& found = stemmers.at(static_cast<std::size_t>(spoken));
    const auto* algorithm = algorithm_of(spoken);
    if (!found && algorithm)
        found.reset(sb_stemmer_new(algorithm, "UTF_8"));
    return found.get();
}

/// "router" beside "rout", the stem of "routing"; "planner" beside "plan".
bool is_doer(std::string_view doer, std::string_view stem) {
    if (stem.size() < 4 || !doer.starts_with(stem))
        return false;
    auto ending = doer.substr(stem.size());
    if (ending.size() > 2 && ending.front() == stem.back())
        ending.remove_prefix(1);
    return ending == "er" || ending == "or";
}

/// "traduit" beside "traducteur", "traduz" beside "tradutor": the Romance languages' doers.
bool is_latin_doer(std::string_view doer, std::string_view stem) {
    constexpr std::size_t shortest = 5;  // bytes
    for (const std::string_view ending : {"cteur", "ctric", "ctor", "tor", "dor"})
        if (doer.ends_with(ending)) {
            const auto base = doer.substr(0, doer.size() - ending.size());
            return base.size() >= shortest && stem.starts_with(base);
        }
    return false;
}

/// "adopt" beside "adopte", the stem of "adoptee"; "summar" beside "summari".
bool is_nearly_same_stem(std::string_view left, std::string_view right) {
    constexpr std::size_t shortest = 5, longest_rest = 2;  // bytes
    const auto& [shorter, longer] =
        std::minmax(left, right, [](auto a, auto b) { return a.size() < b.size(); });
    return shorter.size() >= shortest && longer.starts_with(shorter) &&
           longer.size() - shorter.size() <= longest_rest;
}

bool is_romance(language spoken) {
    return spoken == language::french || spoken == language::spanish || spoken == language::portuguese;
}

/// "glacial" beside "glacier". Of two stems of which one begins the other, is_nearly_same_stem() tells.
bool share_root(std::string_view left, std::string_view right) {
    return !left.starts_with(right) && !right.starts_with(left) && same_root(left, right);
}

/// "eval" beside "evaluation".
bool is_clipping(std::string_view clipping, std::string_view word) {
    static constexpr std::pair<std::string_view, std::string_view> clippings[] = {
        {"admin", "administ"}, {"app", "applicat"},   {"async", "asynchron"}, {"auth", "authent"},
        {"auth", "authoriz"},  {"auto", "automat"},   {"config", "configur"}, {"demo", "demonstr"},
        {"doc", "document"},   {"eval", "evaluat"},   {"exam", "examin"},     {"info", "informat"},
        {"init", "initiali"},  {"intro", "introduc"}, {"math", "mathemat"},   {"memo", "memorand"},
        {"param", "paramet"},  {"photo", "photogr"},  {"repo", "repositor"},  {"spec", "specificat"},
        {"stat", "statist"},   {"sync", "synchron"},  {"temp", "temperatur"}};
    return std::any_of(std::begin(clippings), std::end(clippings), [&](const auto& each) {
        return clipping == each.first && word.starts_with(each.second);
    });
}

std::string stem_of(language spoken, std::string_view folded) {
    auto word = composed(folded);
    auto* stemmer = stemmer_of(spoken);
    if (!stemmer)
        return word;
    const auto* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    return stem ? std::string(reinterpret_cast<const char*>(stem),
                              static_cast<std::size_t>(sb_stemmer_length(stemmer)))
                : word;
}

}  // namespace

stemmed_word::stemmed_word(language spoken, std::string_view word)
    : folded(word), stem(stem_of(spoken, word)) {}

bool same_word_family(language spoken, const stemmed_word& left, const stemmed_word& right) {
    const auto& a = left.stem;
    const auto& b = right.stem;
    return left.folded == right.folded || same_root(left.folded, right.folded) || a == b ||
           is_nearly_same_stem(a, b) || share_root(a, b) ||
           (is_romance(spoken) && (is_latin_doer(a, b) || is_latin_doer(b, a))) ||
           (spoken == language::english &&
            (is_doer(a, b) || is_doer(b, a) || is_clipping(a, right.folded) || is_clipping(b, left.folded)));
}

}  // namespace examwright

#include "core/quality/answers_given_away.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "core/quality/family_text.hpp"
#include "core/quality/question_words.hpp"
#include "core/quality/specific_words.hpp"

namespace examwright {
namespace {

using numbers = std::vector<std::uint32_t>;

/// A question by the families of its words.
struct told_question {
    family_text stem;
    family_text key;
    numbers specific;      // of the stem
    numbers told;          // all of the stem and the key
    numbers asked;         // the stem's subject without the key's words
    bool secret = false;   // its key can be given away
    bool several = false;  // its key is of several words
    bool number = false;   // its key is: that many a stem may name by chance
};

/// A key found in another question's stem.
struct key_in_stem {
    std::size_t stem = 0;
    std::size_t key = 0;
    bool named = false;  // as a name
};

void sort_unique(numbers& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

numbers without(const numbers& all, const numbers& these) {
    numbers rest;
    std::set_difference(all.begin(), all.end(), these.begin(), these.end(), std::back_inserter(rest));
    return rest;
}

numbers shared(const numbers& left, const numbers& right) {
    numbers both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
    return both;
}

bool holds_all(const numbers& all, const numbers& these) {
    return std::includes(all.begin(), all.end(), these.begin(), these.end());
}

numbers families_in(const family_text& text) {
    numbers all;
    for (const auto& word : text.words)
        all.push_back(word.family);
    sort_unique(all);
    return all;
}

bool stands_at(const family_text& text, std::size_t begin, const family_text& sought) {
    return begin + sought.words.size() <= text.words.size() &&
           std::equal(sought.words.begin(), sought.words.end(),
                      text.words.begin() + static_cast<std::ptrdiff_t>(begin),
                      [](const auto& left, const auto& right) { return left.family == right.family; });
}

bool stands_in(const family_text& text, const family_text& sought) {
    for (std::size_t begin = 0; begin < text.words.size(); ++begin)
        if (stands_at(text, begin, sought))
            return true;
    return false;
}

/// The languages of a set's questions: of a short one, that of the set.
class spoken_languages {
  public:
    explicit spoken_languages(const std::vector<question>& questions) {
        language_votes all;
        for (const auto& question : questions)
            all += votes_.emplace_back(votes_of(question));
        set_ = all.guess().value;
    }
    language of(std::size_t question) const {
        const auto own = votes_[question].guess();
        return own.certain ? own.value : set_;
    }

  private:
    static language_votes votes_of(const question& question) {
        language_votes votes(text_words(question.stem).words);
        for (const auto& option : question.options)
            votes += language_votes(text_words(option).words);
        return votes;
    }
    std::vector<language_votes> votes_;
    language set_ = language::unknown;
};

bool is_number(std::string_view key) {
    return key.find_first_not_of("0123456789., -") == key.npos;
}

told_question told_question_of(const question& question, language spoken, word_families& families) {
    told_question told;
    told.stem = family_text_of(question.stem, spoken, families);
    told.key = family_text_of_option(question.options.at(question.correct), spoken, families);
    for (const auto& word : specific_words(question.stem, spoken))
        told.specific.push_back(families.of(spoken, word));
    sort_unique(told.specific);
    const auto of_key = families_in(told.key);
    told.told = families_in(told.stem);
    told.told.insert(told.told.end(), of_key.begin(), of_key.end());
    sort_unique(told.told);
    told.asked = without(without(told.stem.subject, of_key), told.key.subject);
    std::size_t telling = 0, letters = 0;
    told.number = is_number(question.options[question.correct]);
    for (const auto& word : told.key.words)
        (word.unspaced ? letters : telling) += word.telling;
    told.several = telling >= 2 || letters >= 4;
    told.secret = (telling >= 1 || letters >= 2) && !stands_in(told.stem, told.key);
    return told;
}

class key_finder {
  public:
    explicit key_finder(const std::vector<question>& questions) {
        const spoken_languages spoken(questions);
        word_families families;
        for (std::size_t i = 0; i < questions.size(); ++i)
            told_.push_back(told_question_of(questions[i], spoken.of(i), families));
        for (std::size_t i = 0; i < told_.size(); ++i)
            if (told_[i].secret)
                if (auto& keys = by_start_[start_at(told_[i].key, 0)]; keys.size() < most_alike)
                    keys.push_back(i);
        uses_.resize(families.size());
        for (const auto& each : told_)
            for (const auto word : each.stem.subject)
                ++uses_[word];
    }

    std::vector<key_in_stem> run() const {
        std::vector<key_in_stem> found;
        for (std::size_t i = 0; i < told_.size(); ++i) {
            std::map<std::size_t, bool> keys;  // and whether one stands there as a name
            const auto& stem = told_[i].stem;
            for (std::size_t begin = 0; begin < stem.words.size(); ++begin)
                for (const auto& start :
                     {start_at(stem, begin), word_pair(stem.words[begin].family, no_word)})
                    if (const auto alike = by_start_.find(start); alike != by_start_.end())
                        for (const auto key : alike->second)
                            if (key != i && stands_at(stem, begin, told_[key].key))
                                keys[key] = keys[key] || stem.words[begin].named;
            for (const auto& [key, named] : keys)
                found.push_back({i, key, named});
        }
        return found;
    }

    bool gives_away(const key_in_stem& found) const {
        const auto& stem = told_[found.stem];
        const auto& asked = told_[found.key];
        const auto both = shared(stem.stem.subject, asked.stem.subject).size();
        if (both > 0 && both * 2 >= asked.stem.subject.size() && holds_all(stem.told, asked.specific))
            return true;
        return !asked.number && (asked.several || found.named) && shares_subject(found) &&
               !speak_of_two(found);
    }

    bool is_hint(const key_in_stem& found) const {
        const auto& asked = told_[found.key];
        return !asked.number && (asked.several || found.named || shares_subject(found));
    }

  private:
    using word_pair = std::pair<std::uint32_t, std::uint32_t>;
    static constexpr std::uint32_t no_word = ~0u;
    static constexpr std::size_t most_alike = 64;  // keys that begin with the same two words

    static word_pair start_at(const family_text& text, std::size_t begin) {
        return {text.words[begin].family,
                begin + 1 < text.words.size() ? text.words[begin + 1].family : no_word};
    }

    /// Whether the stem names some of what the other asks about, beside its key and what the set is about.
    bool shares_subject(const key_in_stem& found) const {
        auto both = shared(told_[found.stem].stem.subject, told_[found.key].asked);
        std::erase_if(both,
                      [&](std::uint32_t word) { return uses_[word] >= 4 && uses_[word] * 4 > told_.size(); });
        // Two letters beside each other are not always a word.
        return both.size() >= (told_[found.key].key.words.front().unspaced ? 2 : 1);
    }

    bool speak_of_two(const key_in_stem& found) const {
        const auto of_key = families_in(told_[found.key].key);
        const auto one = without(told_[found.stem].specific, of_key);
        const auto& other = told_[found.key].specific;
        return !holds_all(one, other) && !holds_all(other, one);
    }

    std::vector<told_question> told_;
    std::map<word_pair, std::vector<std::size_t>> by_start_;  // questions by how their keys begin
    std::vector<std::size_t> uses_;                           // stems, by word
};

}  // namespace

std::vector<question_pair> answers_given_away(const std::vector<question>& questions) {
    const key_finder finder(questions);
    std::vector<question_pair> pairs;
    for (const auto& found : finder.run())
        if (finder.gives_away(found))
            pairs.emplace_back(found.stem, found.key);
    return pairs;
}

std::vector<question_pair> keys_in_stems(const std::vector<question>& questions) {
    constexpr std::size_t many = 3;
    const key_finder finder(questions);
    const auto all = finder.run();
    std::vector<std::size_t> stems(questions.size(), 0);  // that name the question's key
    for (const auto& found : all)
        ++stems[found.key];
    const auto is_subject = [&](std::size_t key) {
        return stems[key] >= many && stems[key] * 5 >= questions.size();
    };
    std::vector<question_pair> pairs;
    for (const auto& found : all)
        if (finder.gives_away(found) || (finder.is_hint(found) && !is_subject(found.key)))
            pairs.emplace_back(found.stem, found.key);
    return pairs;
}

}  // namespace examwright

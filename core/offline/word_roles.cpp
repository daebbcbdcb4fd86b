#include "core/offline/word_roles.hpp"

#include "core/offline/hindi_words.hpp"
#include "core/offline/noun_forms.hpp"
#include "core/offline/plain_words.hpp"
#include "core/offline/stop_words.hpp"
#include "core/offline/word_endings.hpp"

namespace examwright {

namespace {

bool leads_noun_here(language spoken, const std::vector<cloze_token>& tokens, std::size_t i) {
    if (i == 0 || !tokens[i - 1].touches_next)
        return false;
    const auto& before = tokens[i - 1].folded;
    return is_noun_behind_article_only(spoken, tokens[i].folded) ? is_determiner(spoken, before)
                                                                 : leads_noun(before);
}

/// "qui en accepte", "elle la mesure".
bool is_behind_clitic(const std::vector<cloze_token>& tokens, std::size_t i) {
    return i > 1 && is_clitic(tokens[i - 1].folded) && leads_verb(tokens[i - 2].folded);
}

/// A word of grammar ends a noun; "set" and "second" are common words and go on with it.
bool closes_noun(const std::vector<cloze_token>& tokens, std::size_t i) {
    if (i + 1 == tokens.size() || !tokens[i].touches_next)
        return true;
    const auto& next = tokens[i + 1];
    return next.is_function_word() && !is_plain_word(next.folded);
}

word_role read_hindi_role(const std::vector<cloze_token>& tokens, std::size_t i) {
    word_role role;
    if (i + 1 == tokens.size() || !tokens[i].touches_next)
        return role;
    role.noun = !is_hindi_verb(tokens[i].folded) && is_hindi_postposition(tokens[i + 1].folded);
    role.askable = role.noun;
    role.acts = is_hindi_agent_sign(tokens[i + 1].folded);
    return role;
}

}  // namespace

word_role read_word_role(language spoken, const std::vector<cloze_token>& tokens, std::size_t i,
                         bool behind_pronoun) {
    if (spoken == language::hindi)
        return read_hindi_role(tokens, i);
    const auto& word = tokens[i].folded;
    const bool closed = closes_noun(tokens, i);
    const bool led = leads_noun_here(spoken, tokens, i);
    const bool acts_on_next = !led && !closed && is_article(tokens[i + 1].folded);
    const bool verb = behind_pronoun || is_behind_clitic(tokens, i) || is_finite_verb(spoken, word) ||
                      (i > 0 && leads_verb(tokens[i - 1].folded)) || acts_on_next;
    word_role role;
    role.noun = led && closed && !verb;
    role.askable = i > 0 && closed && !verb && (led || !is_noun_behind_article_only(spoken, word));
    return role;
}

}  // namespace examwright

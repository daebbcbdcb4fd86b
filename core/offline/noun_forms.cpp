#include "core/offline/noun_forms.hpp"

#include <map>
#include <set>
#include <string_view>

#include "core/language/language.hpp"
#include "core/offline/token_roles.hpp"

namespace examwright {

namespace {

using form_table = std::map<std::string_view, unsigned>;

constexpr unsigned singular = masculine | feminine;
constexpr unsigned either_plural = plural | feminine_plural;

const form_table& french_forms() {
    static const form_table table = {{"le", masculine},
                                     {"la", feminine},
                                     {"l'", singular},
                                     {"les", either_plural},
                                     {"un", masculine},
                                     {"une", feminine},
                                     {"des", either_plural},
                                     {"du", masculine},
                                     {"au", masculine},
                                     {"aux", either_plural},
                                     {"ce", masculine},
                                     {"cet", masculine},
                                     {"cette", feminine},
                                     {"ces", either_plural},
                                     {"son", singular},
                                     {"sa", feminine},
                                     {"ses", either_plural},
                                     {"leur", singular},
                                     {"leurs", either_plural},
                                     {"chaque", singular},
                                     {"plusieurs", either_plural},
                                     {"quelques", either_plural},
                                     {"notre", singular},
                                     {"nos", either_plural}};
    return table;
}

const form_table& spanish_forms() {
    static const form_table table = {
        {"el", masculine},        {"la", feminine},           {"los", plural},
        {"las", feminine_plural}, {"un", masculine},          {"una", feminine},
        {"unos", plural},         {"unas", feminine_plural},  {"del", masculine},
        {"al", masculine},        {"este", masculine},        {"esta", feminine},
        {"estos", plural},        {"estas", feminine_plural}, {"ese", masculine},
        {"esa", feminine},        {"su", singular},           {"sus", either_plural},
        {"cada", singular},       {"varios", plural},         {"varias", feminine_plural},
        {"muchos", plural},       {"muchas", feminine_plural}};
    return table;
}

const form_table& portuguese_forms() {
    static const form_table table = {{"o", masculine},
                                     {"a", feminine},
                                     {"os", plural},
                                     {"as", feminine_plural},
                                     {"um", masculine},
                                     {"uma", feminine},
                                     {"uns", plural},
                                     {"umas", feminine_plural},
                                     {"do", masculine},
                                     {"da", feminine},
                                     {"dos", plural},
                                     {"das", feminine_plural},
                                     {"no", masculine},
                                     {"na", feminine},
                                     {"nos", plural},
                                     {"nas", feminine_plural},
                                     {"ao", masculine},
                                     {"à", feminine},
                                     {"aos", plural},
                                     {"às", feminine_plural},
                                     {"pelo", masculine},
                                     {"pela", feminine},
                                     {"pelos", plural},
                                     {"pelas", feminine_plural},
                                     {"num", masculine},
                                     {"numa", feminine},
                                     {"este", masculine},
                                     {"esta", feminine},
                                     {"esse", masculine},
                                     {"essa", feminine},
                                     {"estes", plural},
                                     {"estas", feminine_plural},
                                     {"seu", masculine},
                                     {"sua", feminine},
                                     {"seus", plural},
                                     {"suas", feminine_plural},
                                     {"cada", singular},
                                     {"vários", plural},
                                     {"várias", feminine_plural}};
    return table;
}

const form_table& hindi_forms() {  // what belongs to something agrees with it
    static const form_table table = {
        {"का", masculine}, {"की", feminine | feminine_plural}, {"के", masculine | plural}};
    return table;
}

const form_table& forms_of(language spoken) {
    static const form_table none;
    switch (spoken) {
        case language::french: return french_forms();
        case language::spanish: return spanish_forms();
        case language::portuguese: return portuguese_forms();
        case language::hindi: return hindi_forms();
        default: return none;
    }
}

/// Without an article its end tells the number.
unsigned number_by_ending(language spoken, std::string_view word) {
    if (spoken == language::hindi)
        return any_noun_form;
    return word.ends_with('s') || (spoken == language::french && word.ends_with('x')) ? either_plural
                                                                                      : singular;
}

/// An adjective of German between article and noun.
bool is_german_adjective(const cloze_token& token) {
    if (token.capital || token.numeric || token.letters < 5 || is_stop_word(language::german, token.folded))
        return false;
    const std::string_view word = token.folded;
    return word.ends_with('e') || word.ends_with("en") || word.ends_with("er") || word.ends_with("es") ||
           word.ends_with("em");
}

/// "Altstadt" in "Altstadt von Dresden".
std::size_t head_of(const std::vector<cloze_token>& tokens, std::size_t first, std::size_t last) {
    for (auto i = first + 1; i < last; ++i)
        if (joins_names(tokens[i]))
            return i - 1;
    return last;
}

unsigned german_forms(const std::vector<cloze_token>& tokens, std::size_t first, std::size_t last) {
    const auto folded = [&](std::size_t at) {
        return at < tokens.size() ? std::string_view(tokens[at].folded) : std::string_view();
    };
    const bool adjective = first > 1 && is_german_adjective(tokens[first - 1]);
    const auto article = first - (adjective ? 2 : 1);
    german_noun noun;
    noun.article = folded(article);
    noun.adjective = adjective ? folded(first - 1) : std::string_view();
    noun.noun = folded(head_of(tokens, first, last));
    noun.opens = article == 0;
    if (article > 0) {
        noun.before_article = folded(article - 1);
        noun.behind_noun = article > 1 && tokens[article - 1].capital && tokens[article - 1].touches_next;
    }
    if (tokens[last].touches_next)
        noun.behind = folded(last + 1);
    return german_forms_of(noun);
}

}  // namespace

bool has_agreeing_articles(language spoken) {
    return spoken == language::german || spoken == language::french || spoken == language::spanish ||
           spoken == language::portuguese;
}

bool is_determiner(language spoken, const std::string& folded) {
    static const std::set<std::string_view> english = {
        "the",  "a",    "an",    "its",   "their", "his",   "her",     "our", "your", "my",
        "this", "that", "these", "those", "each",  "every", "another", "any", "some", "no"};
    if (spoken == language::german)
        return is_german_determiner(folded);
    if (spoken == language::hindi)
        return false;
    if (has_agreeing_articles(spoken))
        return forms_of(spoken).contains(folded);
    return english.contains(folded);
}

noun_context read_noun_context(language spoken, const std::vector<cloze_token>& tokens, std::size_t first,
                               std::size_t last) {
    noun_context found;
    if (first == 0 || !tokens[first - 1].touches_next) {
        found.bare = true;
        return found;
    }
    const auto& before = tokens[first - 1];
    found.led = is_determiner(spoken, before.folded);
    found.bare = !found.led && !before.capital &&
                 (before.folded.ends_with('\'') || is_stop_word(spoken, before.folded));
    if (spoken == language::german) {
        found.forms = german_forms(tokens, first, last);
        return found;
    }
    const auto& table = forms_of(spoken);
    const auto known = table.find(before.folded);
    if (known != table.end())
        found.forms = known->second;
    else if (!table.empty())
        found.forms = number_by_ending(spoken, tokens[last].folded);
    return found;
}

}  // namespace examwright

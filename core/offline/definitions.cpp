#include "core/offline/definitions.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// Stand before the term that they define.
constexpr std::string_view naming[] = {" called ",
                                       " called a ",
                                       " called an ",
                                       " called the ",
                                       " known as ",
                                       " known as the ",
                                       " known as an ",
                                       " known as a ",
                                       " termed ",
                                       " named ",
                                       " heißt ",
                                       " heißen ",
                                       " nennt man ",
                                       " heißt die ",
                                       " heißt der ",
                                       " heißt das ",
                                       " appelé ",
                                       " appelée ",
                                       " appelés ",
                                       " appelées ",
                                       " appelle ",
                                       " appelle la ",
                                       " appelle le ",
                                       " nommé ",
                                       " nommée ",
                                       " llamado ",
                                       " llamada ",
                                       " llamados ",
                                       " llamadas ",
                                       " se llama ",
                                       " se denomina ",
                                       " se conoce como ",
                                       " chamado ",
                                       " chamada ",
                                       " chamados ",
                                       " chamadas ",
                                       " chama-se ",
                                       " denomina-se ",
                                       "叫做",
                                       "叫作",
                                       "称为",
                                       "被称为",
                                       "叫",
                                       "เรียกว่า",
                                       "คือ"};

/// Stand behind the term that they define, and it begins the sentence.
constexpr std::string_view being[] = {
    " is a ",    " is an ",    " is the ",  " are the ", " means ",   " refers to ",  " is defined as ",
    " ist ein ", " ist eine ", " ist der ", " ist die ", " ist das ", " bezeichnet ", " est un ",
    " est une ", " est le ",   " est la ",  " désigne ", " es un ",   " es una ",     " es el ",
    " es la ",   " é um ",     " é uma ",   " é o ",     " é a ",     "とは",         "是",
    "是一种",    "คือ",         "เป็น"};

/// Stand behind the term that they define, anywhere.
constexpr std::string_view naming_behind[] = {" कहते",     " कहलात", " कहा जाता", " नाम से",
                                              " genannt", "と呼ば", "という"};

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::string_view (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

bool defines(const cloze_sentence& sentence, const term_place& place) {
    const std::string_view text = sentence.text;
    const auto before = text.substr(0, place.begin);
    const auto after = text.substr(place.end);
    constexpr std::size_t article = 8;  // bytes, "A ", "Eine ", "Une "
    const bool opens = place.begin <= article && std::count(before.begin(), before.end(), ' ') <= 1;
    return ends_with_any(before, naming) || starts_with_any(after, naming_behind) ||
           (opens && starts_with_any(after, being));
}

}  // namespace examwright

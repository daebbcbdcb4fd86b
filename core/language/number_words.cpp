#include "core/language/number_words.hpp"

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

struct named_number {
    double value;
    std::string_view names;  // each between bars; the longer of two with one beginning first
};

constexpr named_number fractions[] = {
    {1.0 / 3, "|one-third|one third|a third|ein drittel|un tiers|un tercio|um terço|एक तिहाई|"},
    {2.0 / 3, "|two-thirds|two thirds|zwei drittel|deux tiers|dos tercios|dois terços|दो तिहाई|"},
    {0.5, "|one-half|one half|a half|half|die hälfte|la moitié|la mitad|a metade|आधा|"},
    {0.25,
     "|one-quarter|one quarter|a quarter|one-fourth|ein viertel|un quart|un cuarto|um quarto|एक चौथाई|"},
    {0.75, "|three-quarters|three quarters|drei viertel|trois quarts|tres cuartos|três quartos|तीन चौथाई|"},
    {0.2, "|one-fifth|one fifth|"},
    {0.125, "|one-eighth|one eighth|"},
    {0.1, "|one-tenth|one tenth|"},
};

constexpr named_number numbers[] = {
    {0, "|zero|null|zéro|cero|शून्य|"},
    {1, "|one|once|eins|eine|ein|une|un|una|uno|uma|um|एक|"},
    {2, "|two|twice|zwei|deux|dos|dois|duas|दो|"},
    {3, "|three|drei|trois|tres|três|तीन|"},
    {4, "|four|vier|quatre|cuatro|quatro|चार|"},
    {5, "|five|fünf|cinq|cinco|पाँच|पांच|"},
    {6, "|six|sechs|seis|छह|"},
    {7, "|seven|sieben|sept|siete|sete|सात|"},
    {8, "|eight|acht|huit|ocho|oito|आठ|"},
    {9, "|nine|neun|neuf|nueve|nove|नौ|"},
    {10, "|ten|zehn|dix|diez|dez|दस|"},
    {11, "|eleven|elf|onze|ग्यारह|"},
    {12, "|twelve|zwölf|douze|doce|doze|बारह|"},
    {15, "|fifteen|fünfzehn|quinze|quince|पंद्रह|"},
    {20, "|twenty|zwanzig|vingt|veinte|vinte|बीस|"},
    {30, "|thirty|dreißig|trente|treinta|trinta|तीस|"},
    {40, "|forty|vierzig|quarante|cuarenta|quarenta|चालीस|"},
    {50, "|fifty|fünfzig|cinquante|cincuenta|cinquenta|पचास|"},
    {60, "|sixty|sechzig|soixante|sesenta|sessenta|साठ|"},
    {70, "|seventy|siebzig|setenta|सत्तर|"},
    {80, "|eighty|achtzig|ochenta|oitenta|अस्सी|"},
    {90, "|ninety|neunzig|noventa|नब्बे|"},
    {100, "|one hundred|a hundred|hundred|hundert|cent|cien|cem|सौ|"},
    {1000, "|one thousand|a thousand|thousand|tausend|mille|mil|हजार|हज़ार|"},
};

constexpr std::string_view approximations =
    "|approximately|about|around|roughly|nearly|almost|over|under|more than|less than|fewer than|at least|at "
    "most|up to|greater "
    "than|exactly|only|just|below|above|between|from|etwa|ungefähr|rund|circa|ca.|fast|mehr "
    "als|weniger als|mindestens|höchstens|bis zu|genau|über|unter|environ|à peu près|plus de|moins de|au "
    "moins|au plus|presque|aproximadamente|alrededor de|cerca de|unos|unas|más de|menos de|casi|mais "
    "de|quase|por volta de|pelo menos|लगभग|करीब|";

constexpr std::string_view approximate_signs[] = {"~", "≈", "<", ">", "≤", "≥", "±"};

/// Calls `visit` with each of the names between bars, until it returns true.
template <class Visit>
bool any_name(std::string_view names, const Visit& visit) {
    for (std::size_t begin = 1; begin < names.size();) {
        const auto end = names.find('|', begin);
        if (visit(names.substr(begin, end - begin)))
            return true;
        begin = end + 1;
    }
    return false;
}

/// Whether the text begins with the word, and no longer one.
bool begins_with_word(std::string_view text, std::string_view word) {
    return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

}  // namespace

std::optional<number_word> find_number_word(std::string_view text) {
    std::optional<number_word> found;
    const auto look_among = [&](const auto& rows, bool fraction) {
        for (const auto& row : rows)
            any_name(row.names, [&](std::string_view name) {
                if (!begins_with_word(text, name))
                    return false;
                found = number_word{row.value, fraction, name.size()};
                return true;
            });
    };
    look_among(numbers, false);
    look_among(fractions, true);
    return found;
}

std::string_view without_approximation(std::string_view text) {
    const auto take = [&](std::string_view word) {
        if (begins_with_word(text, word)) {
            text = trimmed(text.substr(word.size()));
            return true;
        }
        return false;
    };
    while (any_name(approximations, take))
        ;
    for (const auto sign : approximate_signs)
        if (text.starts_with(sign))
            text = trimmed(text.substr(sign.size()));
    return text;
}

}  // namespace examwright

#include "test/support/sample_text.hpp"

#include <array>
#include <random>

namespace examwright::test {
namespace {

constexpr std::array towns{"Albrun", "Bekdal", "Corvey", "Dunmar", "Elzach", "Farnow", "Gestel", "Horvik"};
constexpr std::array ends{"burg", "ford", "stead", "mouth", "field", "haven", "bridge", "worth"};
constexpr std::array rivers{"Tessel", "Marne", "Oder", "Vjosa", "Lech", "Saale", "Drina"};
constexpr std::array goods{"copper", "salt", "linen", "amber", "timber", "wool", "granite", "barley"};
constexpr std::array people{"Ada Holm",  "Boris Vane", "Clara Lund",
                            "David Orr", "Edith Kern", "Felix Brandt"};
constexpr std::array works{"lighthouse", "aqueduct", "granary", "observatory",
                           "shipyard",   "library",  "foundry"};

class writer {
  public:
    std::string sentence() {
        const std::string town = pick(towns) + std::string(pick(ends));
        const std::string year = std::to_string(1100 + number_++ % 850);
        switch (random_() % 5) {
            case 0:
                return "The town of " + town + " was founded in " + year + " by traders from the river " +
                       pick(rivers) + ".";
            case 1:
                return "In " + year + " the engineer " + pick(people) + " built the first " + pick(works) +
                       " of " + town + ".";
            case 2:
                return "Merchants of " + town + " exported " + pick(goods) + " down the river " +
                       pick(rivers) + " until " + year + ".";
            case 3:
                return "A census of " + year + " counted " + std::to_string(500 + random_() % 9000) +
                       " inhabitants in the town of " + town + ".";
            default:
                return "After the flood of " + year + " the council of " + town + " moved the " +
                       pick(works) + " away from the river " + pick(rivers) + ".";
        }
    }

  private:
    template <std::size_t N>
    std::string pick(const std::array<const char*, N>& list) {
        return list[random_() % N];
    }

    std::mt19937 random_{7};
    int number_ = 0;
};

}  // namespace

std::vector<std::string> sample_pages(int pages) {
    writer prose;
    std::vector<std::string> result;
    for (int page = 0; page < pages; ++page) {
        std::string text;
        for (int i = 0; i < 20; ++i)
            text += prose.sentence() + (i % 5 == 4 ? "\n\n" : " ");
        result.push_back(text);
    }
    return result;
}

std::string sample_text(int pages) {
    std::string all;
    for (const auto& page : sample_pages(pages))
        all += page;
    return all;
}

}  // namespace examwright::test

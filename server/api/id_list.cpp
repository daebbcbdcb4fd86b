#include "server/api/id_list.hpp"

#include <set>
#include <utility>

namespace examwright {

result<std::optional<std::vector<std::string>>> read_ids(const json_body& body, std::string_view name) {
    const auto list = body.optional_array(name);
    if (!list)
        return list.error();
    if (!*list)
        return std::nullopt;
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const auto& item : **list) {
        if (!item.is_string())
            return invalid(std::string(name) + " must be a list of ids");
        ids.emplace_back(item.get_string());
        if (!seen.insert(ids.back()).second)
            return invalid(std::string(name) + " names " + ids.back() + " twice");
    }
    return ids;
}

}  // namespace examwright

#include "server/cli/user_list.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <iomanip>
#include <sstream>

#include "server/accounts/account_rules.hpp"

namespace examwright {

std::string users_as_text(const page_of<user_overview>& users) {
    if (users.items.empty())
        return "There is no account yet. Add one: examwright user add EMAIL\n";
    std::size_t widest = 6;
    for (const auto& each : users.items)
        widest = std::max(widest, printable(each.user.email).size());
    const auto column = static_cast<int>(widest) + 2;
    std::ostringstream out;
    out << std::left << std::setw(column) << "EMAIL"
        << "ROLE         CREATED     DOCUMENTS  TESTS\n";
    for (const auto& each : users.items)
        out << std::left << std::setw(column) << printable(each.user.email) << std::setw(13) << each.user.role
            << to_rfc3339(each.user.created_at).substr(0, 10) << std::right << std::setw(11) << each.documents
            << std::setw(7) << each.tests << "\n";
    return out.str();
}

std::string users_as_json(const page_of<user_overview>& users) {
    boost::json::array items;
    for (const auto& each : users.items)
        items.push_back(user_json(each));
    return boost::json::serialize(boost::json::object{{"items", std::move(items)}, {"total", users.total}}) +
           "\n";
}

}  // namespace examwright

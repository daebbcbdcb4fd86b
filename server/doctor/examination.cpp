#include "server/doctor/examination.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <iterator>
#include <utility>

#include "server/doctor/checks.hpp"
#include "server/runtime/version.hpp"

namespace examwright {

namespace json = boost::json;

findings examine_machine(const config& settings, timestamp now) {
    findings all;
    const auto add = [&](findings more) { std::move(more.begin(), more.end(), std::back_inserter(all)); };
    add(check_programs(settings));
    add(check_files(settings));
    add(check_database(settings, now));
    add(check_room(settings));
    add(check_set_up(settings));
    add(check_clock(settings, now));
    return all;
}

std::ptrdiff_t count(const findings& all, finding_level level) {
    return std::ranges::count(all, level, &finding::level);
}

const char* name_of(finding_level level) {
    if (level == finding_level::ok)
        return "ok";
    return level == finding_level::warning ? "warning" : "error";
}

json::object findings_json(const findings& all) {
    json::array checks;
    for (const auto& each : all)
        checks.push_back(json::object{{"check", each.check},
                                      {"level", name_of(each.level)},
                                      {"detail", each.detail},
                                      {"advice", each.advice}});
    const auto errors = count(all, finding_level::error);
    return json::object{{"version", product_version()},
                        {"ok", errors == 0},
                        {"errors", errors},
                        {"warnings", count(all, finding_level::warning)},
                        {"checks", std::move(checks)}};
}

}  // namespace examwright

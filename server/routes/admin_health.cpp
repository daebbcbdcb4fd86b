#include "server/routes/admin_health.hpp"

#include <iterator>
#include <utility>

#include "server/doctor/checks.hpp"
#include "server/doctor/examination.hpp"
#include "server/http/handlers.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

answer examine_server(admin_health_parts& parts, http_request&) {
    auto work = [&settings = parts.settings, now = parts.now()] { return examine_machine(settings, now); };
    auto all = co_await run_on(parts.workers, std::move(work));
    auto claude = co_await check_claude(parts.settings, parts.client);
    std::move(claude.begin(), claude.end(), std::back_inserter(all));
    co_return json_response(200, findings_json(all));
}

}  // namespace

std::vector<route> admin_health_routes(admin_health_parts parts) {
    const auto with = handlers_over(std::move(parts));
    return {
        {verb::get, "/admin/health", route_access::admin, route_body::small,
         "Whether all is well, as examwright doctor says it", with(examine_server)},
    };
}

}  // namespace examwright

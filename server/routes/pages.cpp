#include "server/routes/pages.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "server/web/docs_page.hpp"
#include "server/web/front_page.hpp"
#include "server/web/openapi.hpp"

namespace examwright {

namespace asio = boost::asio;
using boost::beast::http::verb;

namespace {

/// Made when it is first asked for, so that it costs a server nothing that nobody looks at.
route_handler made_once(std::function<http_response()> make) {
    const auto made = std::make_shared<std::optional<http_response>>();
    return [make = std::move(make), made](http_request&) -> asio::awaitable<http_response> {
        if (!*made)
            *made = make();
        co_return **made;
    };
}

asio::awaitable<http_response> asset(http_request& request) {
    co_return page_asset_response(request);
}

}  // namespace

std::vector<route> page_routes() {
    constexpr auto open = route_access::open;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/", open, small, "The page for people", made_once(front_page)},
        {verb::get, "/app/{version}/{file}", open, small, "A file of the page", asset},
    };
}

std::vector<route> contract_routes(std::vector<route> routes, const std::string& base) {
    constexpr auto open = route_access::open;
    constexpr auto small = route_body::small;
    std::vector<route> own{
        {verb::get, "/docs", open, small, "A page that shows the contract", made_once(docs_page)},
        {verb::get, "/openapi.json", open, small, "The contract, for programs", nullptr},
    };
    routes.insert(routes.end(), own.begin(), own.end());
    own.back().handle = made_once(
        [routes = std::move(routes), base] { return json_response(200, openapi_document(routes, base)); });
    return own;
}

}  // namespace examwright

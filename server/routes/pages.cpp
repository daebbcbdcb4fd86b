#include "server/routes/pages.hpp"

#include "server/web/docs_page.hpp"
#include "server/web/front_page.hpp"
#include "server/web/openapi.hpp"

namespace examwright {

namespace asio = boost::asio;
using boost::beast::http::verb;

namespace {

route_handler always(http_response response) {
    return [response = std::move(response)](http_request&) -> asio::awaitable<http_response> {
        co_return response;
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
        {verb::get, "/", open, small, "The page for people", always(front_page())},
        {verb::get, "/app/{version}/{file}", open, small, "A file of the page", asset},
    };
}

std::vector<route> contract_routes(std::vector<route> routes, const std::string& base) {
    constexpr auto open = route_access::open;
    constexpr auto small = route_body::small;
    std::vector<route> own{
        {verb::get, "/docs", open, small, "A page that shows the contract", always(docs_page())},
        {verb::get, "/openapi.json", open, small, "The contract, for programs", nullptr},
    };
    routes.insert(routes.end(), own.begin(), own.end());
    own.back().handle = always(json_response(200, openapi_document(routes, base)));
    return own;
}

}  // namespace examwright

#include "server/simulator/simulator.hpp"

#include <algorithm>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/json/object.hpp>
#include <list>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "core/simulator/api.hpp"
#include "core/simulator/reply.hpp"
#include "server/http/http_server.hpp"
#include "server/http/read_body.hpp"
#include "server/runtime/run_on.hpp"
#include "server/simulator/client_presence.hpp"
#include "server/simulator/replies.hpp"

namespace examwright {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t most_body_bytes = 40 * 1000 * 1000;  // above the API's own limit, which has its answer

http_limits simulator_limits() {
    http_limits limits;
    limits.upload_bytes = most_body_bytes;
    limits.handling = 24h;  // a call may hang
    return limits;
}

/// A request's own copy, so that the pool may read it whatever becomes of the connection.
struct call_input {
    std::string authorization, x_api_key, version, content_type, body;

    explicit call_input(http_request& request)
        : authorization(request.headers["authorization"]),
          x_api_key(request.headers["x-api-key"]),
          version(request.headers["anthropic-version"]),
          content_type(request.headers["content-type"]) {}
    api_headers headers() const { return {authorization, x_api_key, version, content_type}; }
};

boost::json::object to_json(const simulator_counts& counts) {
    boost::json::object statuses;
    for (const auto& [status, number] : counts.statuses)
        statuses[std::to_string(status)] = number;
    return {{"calls", counts.calls},
            {"writes", counts.writes},
            {"reviews", counts.reviews},
            {"in_flight", counts.in_flight},
            {"max_in_flight", counts.max_in_flight},
            {"connections", counts.connections},
            {"abandoned", counts.abandoned},
            {"statuses", std::move(statuses)}};
}

}  // namespace

struct simulator::impl {
    impl(asio::any_io_executor executor, asio::thread_pool& workers, logger& log, simulator_options settings)
        : pool(workers),
          options(std::move(settings)),
          server(executor, make_routes(), nullptr, log, simulator_limits()) {}

    /// A call in flight, from its arrival to its answer.
    struct visit {
        visit(impl& owner, client_socket& socket)
            : owner_(owner), place_(owner.sockets.insert(owner.sockets.end(), &socket)) {
            owner.note_arrival(socket);
        }
        ~visit() { owner_.sockets.erase(place_); }
        visit(const visit&) = delete;
        visit& operator=(const visit&) = delete;

      private:
        impl& owner_;
        std::list<client_socket*>::iterator place_;
    };

    router make_routes() {
        using boost::beast::http::verb;
        auto messages = [this](http_request& request) { return answer(request); };
        auto stats = [this](http_request&) { return tell_stats(); };
        return router(
            {{verb::post, "/v1/messages", route_access::open, route_body::upload, "The Messages API",
              messages},
             {verb::get, "/stats", route_access::open, route_body::small, "Counts of the calls", stats}});
    }

    std::int64_t in_flight() const {
        return std::count_if(sockets.begin(), sockets.end(),
                             [](client_socket* socket) { return !has_left(*socket); });
    }

    void note_arrival(client_socket& socket) {
        ++counts.calls;
        counts.max_in_flight = std::max(counts.max_in_flight, in_flight());
        boost::system::error_code gone;
        const auto client = socket.remote_endpoint(gone);
        if (!gone && clients.insert(client).second)
            ++counts.connections;
    }

    asio::awaitable<http_response> tell_stats() { co_return json_response(200, to_json(current())); }

    simulator_counts current() const {
        auto now = counts;
        now.in_flight = in_flight();
        return now;
    }

    asio::awaitable<http_response> answer(http_request& request);
    asio::awaitable<api_reading> read(http_request& request);
    asio::awaitable<http_response> reply(std::shared_ptr<api_call> call, std::optional<fault> failure,
                                         std::string number);
    asio::awaitable<void> deliver(client_socket& socket, const http_response& response,
                                  std::optional<fault::kind> failure,
                                  std::chrono::steady_clock::time_point due);

    asio::thread_pool& pool;
    simulator_options options;
    simulator_counts counts;
    std::list<client_socket*> sockets;  // of the calls in flight
    std::set<asio::generic::stream_protocol::endpoint> clients;
    http_server server;
};

/// The key is checked before the body is read: any program of the machine can reach the port.
asio::awaitable<api_reading> simulator::impl::read(http_request& request) {
    auto input = std::make_shared<call_input>(request);
    if (auto refused = check_api_headers(input->headers(), options.key))
        co_return *refused;
    auto body = co_await read_whole(*request.upload, most_body_bytes, invalid(""));
    if (!body)
        co_return api_error_of(413);
    input->body = std::move(*body);
    auto work = [input, key = options.key] { return read_api_request(input->headers(), input->body, key); };
    co_return co_await run_on(pool, std::move(work));
}

asio::awaitable<http_response> simulator::impl::answer(http_request& request) {
    visit here(*this, *request.socket);
    const auto due = std::chrono::steady_clock::now() + options.latency;
    const auto number = std::to_string(counts.calls);
    auto call = co_await read(request);
    http_response response;
    std::optional<fault> failure;
    if (call) {
        counts.writes += call->kind == call_kind::write;
        counts.reviews += call->kind == call_kind::review;
        failure = options.faults.next(call->kind);
        auto taken = std::make_shared<api_call>(std::move(*call));
        response = co_await reply(std::move(taken), failure, number);
    } else {
        response = error_response(call.error(), "req_sim" + number);
    }
    const auto what = failure ? std::optional(failure->what) : std::nullopt;
    co_await deliver(*request.socket, response, what, due);
    co_return response;
}

asio::awaitable<http_response> simulator::impl::reply(std::shared_ptr<api_call> call,
                                                      std::optional<fault> failure, std::string number) {
    if (failure && is_error(*failure))
        co_return failure_response(*failure, "req_sim" + number);
    auto write = [call = std::move(call), failure, number] {
        return render_api_message(*call, failure, "msg_sim" + number);
    };
    http_response response;
    response.body = co_await run_on(pool, std::move(write));
    add_api_headers(response, "req_sim" + number);
    co_return response;
}

/// Waits until the answer is due and plays the failures of the connection; the socket is closed then.
asio::awaitable<void> simulator::impl::deliver(client_socket& socket, const http_response& response,
                                               std::optional<fault::kind> failure,
                                               std::chrono::steady_clock::time_point due) {
    const auto end = failure == fault::kind::hang ? std::chrono::steady_clock::time_point::max() : due;
    const bool there = co_await wait_for_client(socket, end);
    if (!there)
        ++counts.abandoned;
    if (!there || failure == fault::kind::reset)
        reset_connection(socket);
    else if (failure == fault::kind::half)
        co_await send_half(socket, response.body);
    else
        ++counts.statuses[static_cast<int>(response.status)];
}

simulator::simulator(asio::any_io_executor executor, asio::thread_pool& pool, logger& log,
                     simulator_options options)
    : impl_(std::make_shared<impl>(executor, pool, log, std::move(options))) {}

simulator::~simulator() = default;

std::uint16_t simulator::listen() {
    const asio::ip::tcp::endpoint loopback(asio::ip::address_v4::loopback(), impl_->options.port);
    return impl_->server.listen(loopback).port();
}

asio::awaitable<void> simulator::stop() {
    const auto self = impl_;
    co_await self->server.stop(0s);
}

simulator_counts simulator::counts() const {
    return impl_->current();
}

}  // namespace examwright

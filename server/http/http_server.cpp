#include "server/http/http_server.hpp"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <functional>
#include <list>
#include <utility>

#include "server/http/connection.hpp"

namespace examwright {

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace std::chrono_literals;

/// Kept alive by its coroutines, so that the server may go while their last completions are still queued.
struct http_server::impl : std::enable_shared_from_this<http_server::impl> {
    impl(asio::any_io_executor on, http_service shared)
        : executor(on), service(std::move(shared)), acceptor(on), sweep_timer(on), changed(on) {}

    asio::awaitable<void> accept_clients();
    asio::awaitable<void> sweep();
    bool is_full() const { return connections.size() >= service.limits.connections; }
    void make_room();
    void serve(client_socket socket);
    void start();
    void spawn(asio::awaitable<void> task);
    asio::awaitable<void> wait_for_change();

    asio::any_io_executor executor;
    http_service service;
    asio::basic_socket_acceptor<asio::generic::stream_protocol> acceptor;
    asio::steady_timer sweep_timer;
    asio::steady_timer changed;  // cancelled whenever a connection ends
    std::list<http_connection> connections;
    std::function<void()> on_failure;
    int tasks = 0;       // accept_clients and sweep
    bool ended = false;  // the sweep has nothing more to do
};

void http_server::impl::spawn(asio::awaitable<void> task) {
    ++tasks;
    auto on_end = [self = shared_from_this()](std::exception_ptr error) {
        --self->tasks;
        self->changed.cancel();
        if (!error)
            return;
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& e) {
            self->service.log.error("the HTTP server broke off", {{"error", e.what()}});
        }
        if (self->on_failure)
            self->on_failure();
    };
    asio::co_spawn(executor, std::move(task), std::move(on_end));
}

asio::awaitable<void> http_server::impl::wait_for_change() {
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    co_await changed.async_wait(token);
}

/// What the machine lacks for now, or what became of one client (accept(2)).
bool may_pass(const boost::system::error_code& error) {
    namespace errc = boost::system::errc;
    for (const auto passing :
         {errc::too_many_files_open, errc::too_many_files_open_in_system, errc::no_buffer_space,
          errc::not_enough_memory, errc::connection_aborted, errc::interrupted, errc::operation_not_permitted,
          errc::protocol_error, errc::network_down, errc::network_unreachable, errc::host_unreachable,
          errc::timed_out, errc::resource_unavailable_try_again, errc::operation_canceled})
        if (error == passing)
            return true;
    return false;
}

asio::awaitable<void> http_server::impl::accept_clients() {
    asio::steady_timer pause(executor);
    bool told = false;
    while (acceptor.is_open()) {
        boost::system::error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        if (is_full()) {
            co_await acceptor.async_wait(asio::socket_base::wait_read, token);  // nobody goes for nobody
            co_await asio::post(executor,
                                asio::use_awaitable);  // a request that came before is seen to begin
            if (!is_full() || !acceptor.is_open())
                continue;
            make_room();
            changed.expires_after(1s);
            co_await wait_for_change();
            continue;
        }
        client_socket socket = co_await acceptor.async_accept(token);
        if (!error) {
            told = false;
            serve(std::move(socket));
        } else if (acceptor.is_open()) {
            if (!may_pass(error))
                throw boost::system::system_error(error, "accepting connections");
            if (!std::exchange(told, true))
                service.log.warning("connections are not accepted", {{"error", error.message()}});
            pause.expires_after(100ms);
            co_await pause.async_wait(token);
        }
    }
}

/// Closes the connection that has been idle for longest, so that clients that only hold connections keep
/// nobody out; where none is idle, the one that has been sending its request for longest.
void http_server::impl::make_room() {
    http_connection* oldest = nullptr;
    for (auto& each : connections) {
        const auto since = each.waiting_since();
        if (!since)
            continue;
        const bool older = !oldest || std::pair(!each.is_idle(), *since) <
                                          std::pair(!oldest->is_idle(), *oldest->waiting_since());
        if (older)
            oldest = &each;
    }
    if (oldest)
        oldest->give_up();
}

void http_server::impl::serve(client_socket socket) {
    const auto connection = connections.emplace(connections.end(), std::move(socket), service);
    auto on_end = [self = shared_from_this(), connection](std::exception_ptr error) {
        if (error) {
            try {
                std::rethrow_exception(error);
            } catch (const boost::system::system_error& e) {  // the client left, or the server stops
            } catch (const std::exception& e) {
                self->service.log.error("a connection broke off", {{"error", e.what()}});
            }
        }
        self->connections.erase(connection);
        self->changed.cancel();
    };
    auto task = connection->run();
    asio::co_spawn(executor, std::move(task),
                   asio::bind_cancellation_slot(connection->stop.slot(), std::move(on_end)));
}

/// One timer for the deadlines of all connections: a second's grain is enough, and costs a request nothing.
asio::awaitable<void> http_server::impl::sweep() {
    while (!ended) {
        sweep_timer.expires_after(1s);
        boost::system::error_code woken;
        auto token = asio::redirect_error(asio::use_awaitable, woken);
        co_await sweep_timer.async_wait(token);
        service.date = http_date();
        const auto now = std::chrono::steady_clock::now();
        for (auto& connection : connections)
            if (connection.deadline() < now)
                connection.give_up();
    }
}

/// Half of the file descriptors are for the rest of the program.
std::size_t half_of_descriptors() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    return static_cast<std::size_t>(files.rlim_cur / 2);
}

const site_policy& any_site() {
    static const site_policy site;
    return site;
}

http_server::http_server(asio::any_io_executor executor, router routes, authenticator authenticate,
                         logger& log, http_limits limits, cors_policy cors, const site_policy& site)
    : impl_(std::make_shared<impl>(executor, http_service{std::move(routes), std::move(authenticate), log,
                                                          limits, std::move(cors), site})) {}

http_server::~http_server() = default;

void http_server::on_login(proxy_login find_user) {
    impl_->service.find_user = std::move(find_user);
}

void http_server::on_failure(std::function<void()> handler) {
    impl_->on_failure = std::move(handler);
}

void http_server::impl::start() {
    acceptor.listen();
    service.limits.connections = std::min(service.limits.connections, half_of_descriptors());
    spawn(accept_clients());
    spawn(sweep());
}

tcp::endpoint http_server::listen(const tcp::endpoint& endpoint) {
    tcp::acceptor bound(impl_->executor, endpoint.protocol());
    bound.set_option(asio::socket_base::reuse_address(true));
    bound.bind(endpoint);
    const auto real = bound.local_endpoint();
    const auto protocol = asio::generic::stream_protocol(endpoint.protocol().family(), IPPROTO_TCP);
    impl_->acceptor.assign(protocol, bound.release());
    impl_->start();
    return real;
}

void http_server::listen(const std::string& unix_path) {
    asio::local::stream_protocol::acceptor bound(impl_->executor, asio::local::stream_protocol());
    std::error_code ignored;
    if (std::filesystem::is_socket(unix_path, ignored))  // left by a server that was killed
        std::filesystem::remove(unix_path, ignored);
    bound.bind(unix_path);
    using perms = std::filesystem::perms;  // who may reach it is for its folder to say
    std::filesystem::permissions(unix_path, perms::owner_read | perms::owner_write | perms::group_read |
                                                perms::group_write | perms::others_read |
                                                perms::others_write);
    impl_->acceptor.assign(asio::generic::stream_protocol(AF_UNIX, 0), bound.release());
    impl_->start();
}

std::optional<tcp::endpoint> http_server::listen_on(int descriptor) {
    tcp::endpoint address;
    sockaddr_storage any{};
    socklen_t any_size = sizeof any;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&any), &any_size) != 0)
        throw boost::system::system_error(errno, boost::system::system_category(), "the activation's socket");
    const bool is_tcp = any.ss_family == AF_INET || any.ss_family == AF_INET6;
    impl_->acceptor.assign(asio::generic::stream_protocol(any.ss_family, is_tcp ? IPPROTO_TCP : 0),
                           descriptor);
    impl_->start();
    if (!is_tcp || any_size > address.capacity())
        return std::nullopt;
    std::memcpy(address.data(), &any, any_size);
    address.resize(any_size);
    return address;
}

std::string http_server::unix_path() const {
    const auto address = impl_->acceptor.local_endpoint();
    const auto* local = reinterpret_cast<const sockaddr_un*>(address.data());
    std::string path(local->sun_path, address.size() - offsetof(sockaddr_un, sun_path));
    if (path.starts_with('\0'))  // a name of the abstract namespace
        path.front() = '@';
    return path.substr(0, path.find('\0'));
}

void http_server::write_metrics(exposition& out) const {
    impl_->service.answers.write(out);
    out.gauge("examwright_http_connections", "Open connections.",
              static_cast<double>(impl_->connections.size()));
}

asio::awaitable<void> http_server::stop(std::chrono::steady_clock::duration grace) {
    const auto self = impl_;
    self->service.stopping = true;
    boost::system::error_code ignored;
    self->acceptor.close(ignored);
    for (auto& connection : self->connections)
        connection.close_if_idle();
    const auto give_up = std::chrono::steady_clock::now() + grace;
    while (!self->connections.empty() && std::chrono::steady_clock::now() < give_up) {
        self->changed.expires_at(give_up);
        co_await self->wait_for_change();
    }
    for (auto& connection : self->connections)
        connection.cancel();
    while (!self->connections.empty() || self->tasks > 0) {
        self->ended = self->connections.empty();
        if (self->ended)
            self->sweep_timer.cancel();
        self->changed.expires_at(asio::steady_timer::time_point::max());
        co_await self->wait_for_change();
    }
}

}  // namespace examwright

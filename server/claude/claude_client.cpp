#include "server/claude/claude_client.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "server/claude/http_reply.hpp"
#include "server/claude/proxy_tunnel.hpp"
#include "server/runtime/deadline.hpp"
#include "server/runtime/version.hpp"

namespace examwright {

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t most_idle = 4;                     // as many as requests at once
constexpr auto longest_idle = std::chrono::seconds(50);  // servers close them after about a minute

/// A key goes into a header line.
void check_key(std::string_view key) {
    const bool printable = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (!printable)
        throw std::invalid_argument(
            "ANTHROPIC_API_KEY holds a space, a line break or a letter that no key has. Copy it again.");
}

/// A request, and its reply in answer. Returns what broke the connection.
asio::awaitable<boost::system::error_code> talk(byte_stream& stream, const std::string& request,
                                                http_answer& answer, reply_state& state) {
    boost::system::error_code unsent;
    boost::system::error_code unread;
    try {
        const auto bytes = asio::buffer(request);
        co_await stream.write(bytes);
    } catch (const boost::system::system_error& e) {
        unsent = e.code();
    }
    if (unsent == asio::error::operation_aborted)
        co_return unsent;
    try {  // a server may refuse a request that it has not read to its end
        co_await read_reply(stream, answer, state);
    } catch (const boost::system::system_error& e) {
        unread = e.code();
    }
    if (unsent)
        state.reusable = false;
    co_return unread;
}

}  // namespace

claude_client::claude_client(claude_settings settings)
    : settings_(std::move(settings)), address_(read_base_url(settings_.base_url)) {
    check_key(settings_.api_key);
    if (!address_.encrypted)
        return;  // a server of this machine or network, which no proxy stands before
    if (!settings_.proxy_url.empty() && !goes_direct(address_.host, address_.port, settings_.no_proxy))
        proxy_ = read_proxy_url(settings_.proxy_url);
    trust_certificates();
}

void claude_client::trust_certificates() {
    tls_.emplace(asio::ssl::context::tls_client);
    tls_->set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    tls_->set_default_verify_paths();
    if (settings_.ca_file.empty())
        return;
    boost::system::error_code error;
    tls_->load_verify_file(settings_.ca_file.string(), error);
    if (error)
        throw std::runtime_error("the CA file " + settings_.ca_file.string() +
                                 " can't be used: " + error.message());
}

asio::awaitable<http_answer> claude_client::send(std::string body, std::chrono::milliseconds limit) {
    const std::string request = render(body);
    http_answer answer;
    const bool in_time = co_await with_deadline(exchange(request, answer), limit);
    if (!in_time) {
        answer = {};
        answer.outcome = http_answer::transport::timed_out;
        answer.error = "no answer within " + std::to_string(limit.count()) + " ms";
    }
    co_return answer;
}

std::string claude_client::render(const std::string& body) const {
    std::string request = "POST " + address_.target + " HTTP/1.1\r\nHost: " + address_.authority() + "\r\n";
    const bool bearer = settings_.header == key_header::bearer;
    if (!settings_.api_key.empty())
        request += (bearer ? "Authorization: Bearer " : "x-api-key: ") + settings_.api_key + "\r\n";
    request += "anthropic-version: 2023-06-01\r\nUser-Agent: examwright/" + std::string(product_version()) +
               "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n";
    return request + body;
}

/// Told in answer, unless cancelled, which throws.
asio::awaitable<void> claude_client::exchange(const std::string& request, http_answer& answer) {
    for (;;) {
        connection made;
        made.stream = take_idle();
        const bool reused = made.stream != nullptr;
        if (!reused)
            co_await connect(made);
        if (!made.stream) {
            answer = std::move(made.failure);
            co_return;
        }
        reply_state state;
        const auto broken = co_await talk(*made.stream, request, answer, state);
        if (broken == asio::error::operation_aborted)
            throw boost::system::system_error(broken);
        if (broken && reused && !state.begun) {
            idle_.clear();  // the server has closed idle connections: the next is a fresh one
            continue;
        }
        if (broken) {
            answer.outcome = http_answer::transport::reset;
            answer.error = broken.message();
        } else if (state.reusable && idle_.size() < most_idle) {
            idle_.push_back({std::move(made.stream), steady_clock::now()});
        }
        co_return;
    }
}

std::unique_ptr<byte_stream> claude_client::take_idle() {
    while (!idle_.empty()) {
        auto last = std::move(idle_.back());
        idle_.pop_back();
        if (steady_clock::now() - last.since < longest_idle)
            return std::move(last.stream);
    }
    return nullptr;
}

asio::awaitable<void> claude_client::open(connection& into) {
    if (proxy_) {
        co_await open_through_proxy(into);
        co_return;
    }
    auto socket = co_await connect_tcp(address_.host, address_.port);
    if (tls_)
        into.stream = co_await encrypt_stream(std::move(socket), *tls_, address_.host);
    else
        into.stream = plain_stream(std::move(socket));
}

asio::awaitable<void> claude_client::open_through_proxy(connection& into) {
    into.failure.outcome = http_answer::transport::proxy_failed;
    auto socket = co_await connect_tcp(proxy_->host, proxy_->port);
    into.failure.status = co_await open_tunnel(socket, *proxy_, address_.host, address_.port);
    if (into.failure.status != 200) {
        into.failure.error = "the proxy answered " + std::to_string(into.failure.status);
        co_return;
    }
    into.failure = {};
    into.failure.outcome = http_answer::transport::connect_failed;
    into.stream = co_await encrypt_stream(std::move(socket), *tls_, address_.host);
}

asio::awaitable<void> claude_client::connect(connection& into) {
    into.failure.outcome = http_answer::transport::connect_failed;
    bool in_time = true;
    boost::system::error_code failed;
    try {
        in_time = co_await with_deadline(open(into), settings_.connect_limit);
    } catch (const boost::system::system_error& e) {
        failed = e.code();
        into.failure.error = e.what();
    }
    if (failed == asio::error::operation_aborted)
        throw boost::system::system_error(failed);
    if (is_untrusted(failed))
        into.failure.outcome = http_answer::transport::untrusted;
    if (!in_time)
        into.failure.error =
            "no connection within " + std::to_string(settings_.connect_limit.count()) + " ms";
    if (!in_time || failed)
        into.stream.reset();
}

}  // namespace examwright

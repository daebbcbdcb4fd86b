#include "server/runtime/service_notifier.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <utility>

namespace examwright {

namespace {

std::string take_variable(const char* name) {
    const char* value = std::getenv(name);
    std::string text = value ? value : "";
    unsetenv(name);
    return text;
}

std::optional<long long> number_in(const std::string& text) {
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

service_manager take_service_manager() {
    service_manager manager{take_variable("NOTIFY_SOCKET"), std::nullopt};
    const auto microseconds = number_in(take_variable("WATCHDOG_USEC"));
    const auto process = number_in(take_variable("WATCHDOG_PID"));
    if (microseconds && *microseconds > 0 && (!process || *process == getpid()))
        manager.watchdog = std::chrono::microseconds(*microseconds);
    return manager;
}

service_notifier::service_notifier(boost::asio::any_io_executor executor, service_manager manager)
    : manager_(std::move(manager)), timer_(std::move(executor)) {}

void service_notifier::ready() {
    send("READY=1");
    if (manager_.watchdog)
        feed();
}

void service_notifier::stopping() {
    send("STOPPING=1");
}

void service_notifier::end() {
    manager_.watchdog.reset();
    timer_.cancel();
}

void service_notifier::feed() {
    send("WATCHDOG=1");
    timer_.expires_after(*manager_.watchdog / 2);
    timer_.async_wait([this](boost::system::error_code error) {
        if (!error && manager_.watchdog)
            feed();
    });
}

void service_notifier::send(std::string_view message) const {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto& name = manager_.socket;
    if (name.empty() || name.size() >= sizeof address.sun_path)
        return;
    std::copy(name.begin(), name.end(), address.sun_path);
    if (name.front() == '@')
        address.sun_path[0] = '\0';
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    ::sendto(socket, message.data(), message.size(), MSG_NOSIGNAL, reinterpret_cast<sockaddr*>(&address),
             length);
    ::close(socket);
}

}  // namespace examwright

#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace examwright {

/// Where a service manager expects messages (sd_notify(3)): the socket's address, and how often a watchdog
/// wants to hear something. Empty and nullopt where there is none.
struct service_manager {
    std::string socket;  // a path, or "@name" in the abstract namespace
    std::optional<std::chrono::microseconds> watchdog;
};

/// Reads $NOTIFY_SOCKET, $WATCHDOG_USEC and $WATCHDOG_PID and removes them from the environment, so that no
/// child process inherits them.
service_manager take_service_manager();

/// Tells the service manager that the server is ready, alive and stopping. Without one every call does
/// nothing. A message that can't be sent is dropped: the watchdog then does its work.
class service_notifier {
  public:
    service_notifier(boost::asio::any_io_executor executor, service_manager manager);

    /// The server answers requests now. From here on the event loop feeds the watchdog, at half of its time,
    /// so that a loop that is stuck is replaced.
    void ready();
    /// The server is stopping: its end is no failure. The watchdog is fed on until end().
    void stopping();
    /// Stops feeding, so that the event loop can run out of work.
    void end();

  private:
    void send(std::string_view message) const;
    void feed();

    service_manager manager_;
    boost::asio::steady_timer timer_;
};

}  // namespace examwright

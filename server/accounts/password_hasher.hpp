#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <map>
#include <string>
#include <string_view>

#include "core/problem.hpp"
#include "server/runtime/priority_semaphore.hpp"

namespace examwright {

/// A new yescrypt hash. Blocks for tens of milliseconds: for a command, which has nothing else to do.
std::string hash_password(const std::string& password);

/// Hashes and verifies passwords by libxcrypt: yescrypt for ours, and whatever else it knows (the old
/// service's bcrypt) for verifying. Each takes some 16 MB and tens of milliseconds, so they run on two
/// threads of their own, behind a queue of bounded length.
class password_hasher {
  public:
    password_hasher();
    ~password_hasher() { threads_.join(); }

    using turn = priority_semaphore::permit;
    /// Waits for a turn at hashing, which the caller keeps as long as it hashes; first come, first served.
    /// client: the address that asks. unavailable, where too many wait, or half as many of one client. On the
    /// I/O thread.
    boost::asio::awaitable<result<turn>> enter(std::string client);

    boost::asio::awaitable<std::string> hash(std::string password);
    boost::asio::awaitable<bool> verify(std::string password, std::string hash);
    /// Whether a hash is of another kind than hash() makes.
    static bool is_outdated(std::string_view hash) { return !hash.starts_with("$y$"); }
    /// Takes as long as verify() and is never true: for an account that does not exist.
    boost::asio::awaitable<bool> verify_nobody(std::string password);

  private:
    boost::asio::thread_pool threads_{2};
    priority_semaphore turns_{2};
    std::map<std::string, int> waiting_;  // by client
    std::string nobody_;                  // the hash of a password that nobody has
};

}  // namespace examwright

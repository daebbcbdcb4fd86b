#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <string>
#include <string_view>

namespace examwright {

/// A new yescrypt hash. Blocks for tens of milliseconds: for a command, which has nothing else to do.
std::string hash_password(const std::string& password);

/// Hashes and verifies passwords by libxcrypt: yescrypt for ours, and whatever else it knows (the old
/// service's bcrypt) for verifying. Each takes some 16 MB and tens of milliseconds, so they run on the worker
/// pool.
class password_hasher {
  public:
    explicit password_hasher(boost::asio::thread_pool& workers);

    boost::asio::awaitable<std::string> hash(std::string password);
    boost::asio::awaitable<bool> verify(std::string password, std::string hash);
    /// Whether a hash is of another kind than hash() makes.
    static bool is_outdated(std::string_view hash) { return !hash.starts_with("$y$"); }
    /// Takes as long as verify() and is never true: for an account that does not exist.
    boost::asio::awaitable<bool> verify_nobody(std::string password);

  private:
    boost::asio::thread_pool& workers_;
    std::string nobody_;  // the hash of a password that nobody has
};

}  // namespace examwright

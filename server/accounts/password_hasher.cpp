#include "server/accounts/password_hasher.hpp"

#include <crypt.h>
#include <openssl/crypto.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <utility>

#include "server/runtime/run_on.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

constexpr std::size_t most_waiting = 64;
constexpr int most_of_client = 32;  // a class that signs in together

class place_in_queue {
  public:
    place_in_queue(std::map<std::string, int>& waiting, const std::string& client)
        : waiting_(waiting), client_(client) {
        ++waiting_[client_];
    }
    ~place_in_queue() {
        if (--waiting_[client_] == 0)
            waiting_.erase(client_);
    }
    place_in_queue(const place_in_queue&) = delete;
    place_in_queue& operator=(const place_in_queue&) = delete;

  private:
    std::map<std::string, int>& waiting_;
    std::string client_;
};

/// Empty where libxcrypt can't: an unknown kind of hash, say.
std::string crypt_with(const std::string& password, const std::string& setting) {
    auto work = std::make_unique<crypt_data>();  // 32 KB: too much for a stack
    const char* hashed = crypt_r(password.c_str(), setting.c_str(), work.get());
    std::string result = hashed && hashed[0] != '*' ? hashed : "";
    OPENSSL_cleanse(work.get(), sizeof *work);
    return result;
}

bool matches(const std::string& password, const std::string& hash) {
    if (password.find('\0') != password.npos)  // crypt(3) would compare what stands before it
        return false;
    const auto hashed = crypt_with(password, hash);
    return !hashed.empty() && hashed.size() == hash.size() &&
           CRYPTO_memcmp(hashed.data(), hash.data(), hash.size()) == 0;
}

}  // namespace

std::string hash_password(const std::string& password) {
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (!crypt_gensalt_rn("$y$", 0, nullptr, 0, setting, sizeof setting))
        throw std::runtime_error("libxcrypt makes no yescrypt salt");
    auto hashed = crypt_with(password, setting);
    if (hashed.empty())
        throw std::runtime_error("libxcrypt hashes no password by yescrypt");
    return hashed;
}

password_hasher::password_hasher() {
    // yescrypt's cost is in its setting, so a salt and a made-up digest take as long as a real hash.
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (!crypt_gensalt_rn("$y$", 0, nullptr, 0, setting, sizeof setting))
        throw std::runtime_error("libxcrypt makes no yescrypt salt");
    nobody_ = std::string(setting) + "$" + new_token();
}

asio::awaitable<result<password_hasher::turn>> password_hasher::enter(std::string client) {
    if (turns_.waiting() >= most_waiting || waiting_[client] >= most_of_client) {
        if (waiting_[client] == 0)
            waiting_.erase(client);
        co_return problem{problem_kind::unavailable,
                          "Too many people are signing in at this moment. Try again in a few seconds.",
                          std::chrono::seconds(5)};
    }
    const place_in_queue place(waiting_, client);
    auto permit = co_await turns_.acquire(call_priority::write);
    co_return std::move(permit);
}

asio::awaitable<std::string> password_hasher::hash(std::string password) {
    auto work = [password = std::move(password)] { return hash_password(password); };
    co_return co_await run_on(threads_, std::move(work));
}

asio::awaitable<bool> password_hasher::verify(std::string password, std::string hash) {
    auto work = [password = std::move(password), hash = std::move(hash)] { return matches(password, hash); };
    co_return co_await run_on(threads_, std::move(work));
}

asio::awaitable<bool> password_hasher::verify_nobody(std::string password) {
    co_return co_await verify(std::move(password), nobody_);
}

}  // namespace examwright

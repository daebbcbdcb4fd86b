#include "server/accounts/password_hasher.hpp"

#include <crypt.h>
#include <openssl/crypto.h>

#include <memory>
#include <stdexcept>
#include <utility>

#include "server/runtime/run_on.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

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

password_hasher::password_hasher(asio::thread_pool& workers) : workers_(workers) {
    // yescrypt's cost is in its setting, so a salt and a made-up digest take as long as a real hash.
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (!crypt_gensalt_rn("$y$", 0, nullptr, 0, setting, sizeof setting))
        throw std::runtime_error("libxcrypt makes no yescrypt salt");
    nobody_ = std::string(setting) + "$" + new_token();
}

asio::awaitable<std::string> password_hasher::hash(std::string password) {
    auto work = [password = std::move(password)] { return hash_password(password); };
    co_return co_await run_on(workers_, std::move(work));
}

asio::awaitable<bool> password_hasher::verify(std::string password, std::string hash) {
    auto work = [password = std::move(password), hash = std::move(hash)] { return matches(password, hash); };
    co_return co_await run_on(workers_, std::move(work));
}

asio::awaitable<bool> password_hasher::verify_nobody(std::string password) {
    co_return co_await verify(std::move(password), nobody_);
}

}  // namespace examwright

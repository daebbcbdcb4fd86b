#include "server/accounts/setup_token.hpp"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

#include "server/runtime/token.hpp"

namespace examwright {

bool setup_token::matches(std::string_view shown) const {
    return !value.empty() && shown.size() == value.size() &&
           CRYPTO_memcmp(shown.data(), value.data(), value.size()) == 0;
}

namespace {

/// The token in the file; "" where there is none.
std::string read_token(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string token;
    in >> token;
    if (token.size() < 43)
        token.clear();
    return token;
}

}  // namespace

std::string kept_setup_token(const std::filesystem::path& data_folder, bool has_accounts) {
    const auto file = data_folder / "setup-token";
    std::error_code ignored;
    if (has_accounts) {
        std::filesystem::remove(file, ignored);
        return {};
    }
    auto token = read_token(file);
    if (!token.empty())
        return token;
    token = new_token();
    std::filesystem::remove(file, ignored);
    // A file that can't be written costs no more than a new link at each start.
    const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (out >= 0) {
        const auto text = token + "\n";
        if (::write(out, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
            std::filesystem::remove(file, ignored);
        ::close(out);
    }
    return token;
}

}  // namespace examwright

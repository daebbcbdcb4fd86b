#include "server/runtime/token.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <array>
#include <stdexcept>

namespace examwright {

std::string new_token() {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<unsigned char, 33> random{};  // 32 bytes and a zero: 44 groups of 6 bits, the last one empty
    if (RAND_bytes(random.data(), 32) != 1)
        throw std::runtime_error("no randomness to be had from OpenSSL");
    std::string token;
    for (std::size_t i = 0; i < random.size(); i += 3) {
        const unsigned bits = static_cast<unsigned>(random[i] << 16 | random[i + 1] << 8 | random[i + 2]);
        for (int shift = 18; shift >= 0; shift -= 6)
            token += alphabet[bits >> shift & 63];
    }
    token.resize(43);
    return token;
}

std::string new_request_id(std::uint64_t random) {
    std::string id(12, '0');
    for (char& digit : id) {
        digit = "0123456789abcdef"[random & 15];
        random >>= 4;
    }
    return id;
}

std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    static EVP_MD* const sha256 =
        EVP_MD_fetch(nullptr, "SHA256", nullptr);  // SHA256() looks it up every time
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, sha256, nullptr) != 1)
        throw std::runtime_error("OpenSSL makes no SHA-256");
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const unsigned byte : digest) {
        hex += "0123456789abcdef"[byte >> 4];
        hex += "0123456789abcdef"[byte & 15];
    }
    return hex;
}

}  // namespace examwright

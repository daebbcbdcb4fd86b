#include <openssl/err.h>
#include <openssl/ssl.h>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "server/claude/byte_stream.hpp"

namespace examwright {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

class tls_byte_stream : public byte_stream {
  public:
    tls_byte_stream(tcp::socket socket, asio::ssl::context& context) : stream_(std::move(socket), context) {}

    asio::awaitable<void> handshake(const std::string& host) {
        boost::system::error_code no_address;
        asio::ip::make_address(host, no_address);
        // The name that is asked for; an address is none (RFC 6066).
        if (no_address && !SSL_set_tlsext_host_name(stream_.native_handle(), host.c_str()))
            throw boost::system::system_error(asio::error::invalid_argument, "host name for TLS");
        // Both: either alone accepts another host's certificate.
        stream_.set_verify_mode(asio::ssl::verify_peer);
        stream_.set_verify_callback(asio::ssl::host_name_verification(host));
        co_await stream_.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
    }

    asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) override {
        co_return co_await stream_.async_read_some(into, asio::use_awaitable);
    }

    asio::awaitable<void> write(asio::const_buffer what) override {
        co_await asio::async_write(stream_, what, asio::use_awaitable);
    }

  private:
    asio::ssl::stream<tcp::socket> stream_;
};

}  // namespace

asio::awaitable<std::unique_ptr<byte_stream>> encrypt_stream(tcp::socket socket, asio::ssl::context& context,
                                                             std::string host) {
    auto stream = std::make_unique<tls_byte_stream>(std::move(socket), context);
    co_await stream->handshake(host);
    co_return stream;
}

bool is_untrusted(boost::system::error_code error) {
    return error.category() == asio::error::get_ssl_category() &&
           ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_CERTIFICATE_VERIFY_FAILED;
}

}  // namespace examwright

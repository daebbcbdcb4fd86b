#include "test/support/certificates.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>

namespace examwright::test {
namespace {

using key_pointer = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using certificate_pointer = std::unique_ptr<X509, decltype(&X509_free)>;
using memory_pointer = std::unique_ptr<BIO, decltype(&BIO_free)>;

void check(bool done) {
    if (!done)
        throw std::runtime_error("OpenSSL made no certificate");
}

key_pointer make_key() {
    key_pointer key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    check(key != nullptr);
    return key;
}

void add_extension(X509* certificate, int id, const std::string& value) {
    auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value.c_str());
    check(extension != nullptr);
    check(X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

/// Valid from an hour ago to an hour from now.
certificate_pointer make_certificate(EVP_PKEY* key, const std::string& subject, X509_NAME* issuer,
                                     long serial) {
    certificate_pointer made(X509_new(), &X509_free);
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
    X509_set_pubkey(made.get(), key);
    auto* name = X509_get_subject_name(made.get());
    const auto* text = reinterpret_cast<const unsigned char*>(subject.c_str());
    check(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1);
    X509_set_issuer_name(made.get(), issuer ? issuer : name);
    return made;
}

template <class Write>
std::string pem(Write write) {
    memory_pointer memory(BIO_new(BIO_s_mem()), &BIO_free);
    check(write(memory.get()) == 1);
    const char* begin = nullptr;
    const auto length = BIO_get_mem_data(memory.get(), &begin);
    return std::string(begin, static_cast<std::size_t>(length));
}

std::string pem_of(X509* certificate) {
    return pem([&](BIO* to) { return PEM_write_bio_X509(to, certificate); });
}

std::string pem_of(EVP_PKEY* key) {
    return pem(
        [&](BIO* to) { return PEM_write_bio_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

}  // namespace

struct certificate_authority::impl {
    key_pointer key = make_key();
    certificate_pointer certificate = make_certificate(key.get(), "Examwright test CA", nullptr, 1);
};

certificate_authority::certificate_authority() : impl_(std::make_unique<impl>()) {
    add_extension(impl_->certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    add_extension(impl_->certificate.get(), NID_key_usage, "critical,keyCertSign");
    check(X509_sign(impl_->certificate.get(), impl_->key.get(), EVP_sha256()) > 0);
}

certificate_authority::~certificate_authority() = default;

std::string certificate_authority::certificate() const {
    return pem_of(impl_->certificate.get());
}

boost::asio::ssl::context certificate_authority::server_context(const std::string& name) const {
    const auto key = make_key();
    const auto certificate =
        make_certificate(key.get(), "server", X509_get_subject_name(impl_->certificate.get()), 2);
    add_extension(certificate.get(), NID_subject_alt_name, name);
    check(X509_sign(certificate.get(), impl_->key.get(), EVP_sha256()) > 0);
    boost::asio::ssl::context context(boost::asio::ssl::context::tls_server);
    context.use_certificate_chain(boost::asio::buffer(pem_of(certificate.get())));
    context.use_private_key(boost::asio::buffer(pem_of(key.get())), boost::asio::ssl::context::pem);
    return context;
}

}  // namespace examwright::test

#include "server/accounts/password_hasher.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "server/runtime/token.hpp"
#include "test/support/run_coroutine.hpp"

using namespace examwright;
using namespace examwright::test;
namespace asio = boost::asio;

namespace {

struct password_hasher_fixture {
    asio::io_context context{1};
    examwright::password_hasher passwords;

    std::string hash(const std::string& password) {
        std::string made;
        auto work = [](examwright::password_hasher& hasher, std::string text,
                       std::string& out) -> asio::awaitable<void> {
            auto hashed = co_await hasher.hash(text);
            out = std::move(hashed);
        };
        run_coroutine(context, work(passwords, password, made));
        return made;
    }
    bool verify(const std::string& password, const std::string& hash) {
        bool right = false;
        auto work = [](examwright::password_hasher& hasher, std::string text, std::string against,
                       bool& out) -> asio::awaitable<void> {
            const bool matches = co_await hasher.verify(text, against);
            out = matches;
        };
        run_coroutine(context, work(passwords, password, hash, right));
        return right;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(password_hasher, password_hasher_fixture)

BOOST_AUTO_TEST_CASE(a_hash_is_yescrypt_salted_and_verifies) {
    const auto one = hash("correct horse");
    const auto two = hash("correct horse");
    BOOST_TEST(one.starts_with("$y$"));
    BOOST_TEST(one != two);
    for (const auto& made : {one, two}) {
        BOOST_TEST(verify("correct horse", made));
        for (const char* wrong : {"correct horse ", "correct hors", "Correct horse", ""})
            BOOST_TEST(!verify(wrong, made));
    }
    BOOST_TEST(!verify("correct horse", one.substr(0, one.size() - 1)));
}

BOOST_AUTO_TEST_CASE(what_follows_a_nul_counts) {
    const auto made = hash("correct");
    BOOST_TEST(verify("correct", made));
    BOOST_TEST(!verify(std::string("correct\0horse", 13), made));
}

BOOST_AUTO_TEST_CASE(the_old_service_s_bcrypt_verifies) {
    // The published test vector of bcrypt with the password "U*U".
    for (const std::string kind : {"$2a$", "$2b$", "$2y$"}) {
        const std::string made = kind + "05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
        BOOST_TEST(verify("U*U", made));
        BOOST_TEST(!verify("U*U*", made));
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_kind_of_hash_is_never_right) {
    for (const char* odd : {"", "!", "*0", "*", "x", "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA", "$y$",
                            "$2b$", "pbkdf2:sha256:600000$salt$00", "correct horse"})
        for (const char* password : {"", "correct horse", "*0"})
            BOOST_TEST(!verify(password, odd), odd);
    BOOST_TEST(!verify(std::string(600, 'x'), hash("x")));
}

BOOST_AUTO_TEST_CASE(nobody_has_a_password) {
    bool right = true;
    auto work = [](examwright::password_hasher& hasher, bool& out) -> asio::awaitable<void> {
        const bool matches = co_await hasher.verify_nobody("correct horse");
        out = matches;
    };
    run_coroutine(context, work(passwords, right));
    BOOST_TEST(!right);
}

BOOST_AUTO_TEST_CASE(tokens_are_long_random_and_hashed_by_sha256) {
    const auto token = new_token();
    BOOST_TEST(token.size() == 43u);
    BOOST_TEST(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
               token.npos);
    BOOST_TEST(token != new_token());
    BOOST_TEST(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

BOOST_AUTO_TEST_CASE(of_many_at_once_a_few_wait_and_the_rest_is_told_to_come_back) {
    using turn = result<examwright::password_hasher::turn>;
    int waited = 0, refused = 0;
    const auto enter = [&](const std::string& client) {
        auto task = [](examwright::password_hasher& hasher, std::string from, int& ended,
                       int& sent_away) -> asio::awaitable<void> {
            const turn mine = co_await hasher.enter(std::move(from));
            if (!mine) {
                BOOST_TEST((mine.error().kind == problem_kind::unavailable));
                ++sent_away;
                co_return;
            }
            const auto executor = co_await asio::this_coro::executor;
            co_await asio::post(executor, asio::use_awaitable);
            ++ended;
        };
        asio::co_spawn(context, task(passwords, client, waited, refused), asio::detached);
    };
    for (int i = 0; i < 50; ++i)
        enter("192.0.2.1");
    enter("192.0.2.2");
    context.run();
    BOOST_TEST(waited == 2 + 32 + 1);
    BOOST_TEST(refused == 16);
}

BOOST_AUTO_TEST_SUITE_END()

#include "server/http/read_body.hpp"

namespace examwright {

boost::asio::awaitable<result<std::string>> read_whole(body_source& body, std::size_t most,
                                                       problem too_long) {
    std::string text;
    for (;;) {
        const auto piece = co_await body.read_some();
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            co_return text;
        if (text.size() + piece->size() > most)
            co_return too_long;
        text += *piece;
    }
}

}  // namespace examwright

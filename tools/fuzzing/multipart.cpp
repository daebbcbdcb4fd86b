#include "core/http/multipart.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace examwright;

namespace {

/// What the parser tells of a body that arrives in pieces of this size.
std::string read_in_pieces(std::string_view body, std::size_t size) {
    std::string told;
    multipart_parser parser("b", {[&](const multipart_part& part) { told += "[" + part.name + "]"; },
                                  [&](std::string_view data) { told += data; }, [&] { told += "."; }});
    for (std::size_t at = 0; at < body.size(); at += size)
        if (!parser.feed(body.substr(at, size)))
            return told + "!";
    return told;
}

}  // namespace

/// A body means the same in whatever pieces it arrives.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const auto whole = read_in_pieces(body, size + 1);
    if (!whole.ends_with("!") && whole != read_in_pieces(body, 1))
        std::abort();
    multipart_boundary(body);
    return 0;
}

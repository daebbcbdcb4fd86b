#include "server/http/network_list.hpp"

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <charconv>

namespace examwright {

namespace ip = boost::asio::ip;

namespace {

template <class Bytes>
bool same_prefix(const Bytes& left, const Bytes& right, unsigned bits) {
    for (std::size_t i = 0; bits > 0; ++i) {
        const unsigned taken = std::min(bits, 8u);
        const unsigned mask = 0xffu << (8 - taken) & 0xffu;
        if ((left[i] & mask) != (right[i] & mask))
            return false;
        bits -= taken;
    }
    return true;
}

problem unknown_network(std::string_view word) {
    return invalid("must be networks such as 10.0.0.0/8 or ::1, loopback, unix or none, not \"" +
                   std::string(word) + "\"");
}

}  // namespace

ip::address without_mapping(const ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

result<void> network_list::add(std::string_view word) {
    if (word == "unix") {
        unix_peers_ = true;
        return {};
    }
    if (word == "loopback") {
        networks_.push_back({ip::make_address("127.0.0.0"), 8});
        networks_.push_back({ip::make_address("::1"), 128});
        return {};
    }
    const auto slash = word.find('/');
    boost::system::error_code error;
    const auto first = without_mapping(ip::make_address(std::string(word.substr(0, slash)), error));
    const unsigned most = first.is_v4() ? 32 : 128;
    unsigned prefix = most;
    if (slash != word.npos) {
        const auto digits = word.substr(slash + 1);
        const auto* const end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, prefix);
        if (digits.empty() || read.ec != std::errc() || read.ptr != end)
            return unknown_network(word);
    }
    if (error || prefix > most)
        return unknown_network(word);
    networks_.push_back({first, prefix});
    return {};
}

result<network_list> network_list::parse(std::string_view text) {
    std::vector<std::string> words;
    boost::algorithm::split(words, text, boost::algorithm::is_any_of(", "),
                            boost::algorithm::token_compress_on);
    std::erase(words, "");
    network_list list;
    for (const auto& word : words) {
        list.text_ += (list.text_.empty() ? "" : " ") + word;
        if (word == "none" && words.size() == 1)
            continue;
        const auto added = list.add(word);
        if (!added)
            return added.error();
    }
    return list;
}

network_list network_list::loopback() {
    return *parse("loopback");
}

bool network_list::contains(const ip::address& mapped) const {
    const auto address = without_mapping(mapped);
    return std::ranges::any_of(networks_, [&](const network& each) {
        if (each.first.is_v4() != address.is_v4())
            return false;
        return address.is_v4()
                   ? same_prefix(each.first.to_v4().to_bytes(), address.to_v4().to_bytes(), each.prefix)
                   : same_prefix(each.first.to_v6().to_bytes(), address.to_v6().to_bytes(), each.prefix);
    });
}

}  // namespace examwright

#include "core/simulator/fault_rules.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace examwright {

const std::string_view fault_rules_help =
    R"(RULES are parted by commas; the first that applies to a call decides. A rule: KIND[=ARG][@WHEN][:write|:review]
  KIND  429[=SECONDS]  rate limit; SECONDS is its retry-after, 1 if not given, 0.2 goes as retry-after-ms too
        500, 529 or any other status from 400 to 599
        spend_limit    429 that no waiting mends
        reset          the connection is reset before the reply
        half           half of the reply, then the connection closes
        hang           no reply
        html[=STATUS]  a proxy's page, 200 if not given
        malformed      a reply whose text is broken JSON
        max_tokens     a reply cut off in its middle
        refusal        stop_reason refusal
        wrong_key[=N]  a review that differs from the key in its first N questions, 1 if not given
  WHEN  3 the third call only; 1-3 the first three; 4- from the fourth on; every3 each third; 10% that share of
        the calls at random, 10%7 the same with seed 7. Each rule counts the calls that it could apply to.
  Example: 429=2@1-3:write,hang@every10,wrong_key@10%)";

namespace {

template <class Number>
std::optional<Number> read_number(std::string_view text) {
    Number value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

problem bad_rule(std::string_view rule, std::string_view why) {
    return invalid("The rule \"" + std::string(rule) + "\" can't be used: " + std::string(why));
}

/// What stands behind the last `mark`, cut off text; nothing where there is none.
std::optional<std::string_view> cut_behind(std::string_view& text, char mark) {
    const auto at = text.rfind(mark);
    if (at == text.npos)
        return std::nullopt;
    const auto behind = text.substr(at + 1);
    text = text.substr(0, at);
    return behind;
}

std::optional<fault> find_kind(std::string_view name) {
    using kind = fault::kind;
    static constexpr struct {
        std::string_view name;
        kind what;
    } kinds[] = {{"spend_limit", kind::spend_limit},
                 {"reset", kind::reset},
                 {"half", kind::half},
                 {"hang", kind::hang},
                 {"html", kind::html},
                 {"malformed", kind::malformed},
                 {"max_tokens", kind::max_tokens},
                 {"refusal", kind::refusal},
                 {"wrong_key", kind::wrong_key}};
    for (const auto& known : kinds)
        if (known.name == name)
            return fault{known.what, known.what == kind::html ? 200 : 0, std::nullopt, 1};
    const auto status = read_number<int>(name);
    if (!status || *status < 400 || *status > 599)
        return std::nullopt;
    fault found{kind::status, *status, std::nullopt, 1};
    if (*status == 429)
        found.retry_after = std::chrono::seconds(1);
    return found;
}

/// False for an argument that the kind does not take.
bool set_argument(fault& into, std::string_view text) {
    if (into.what == fault::kind::html || into.what == fault::kind::wrong_key) {
        const auto number = read_number<int>(text);
        const bool html = into.what == fault::kind::html;
        if (!number || *number < (html ? 200 : 1) || *number > 599)
            return false;
        (html ? into.status : into.count) = *number;
        return true;
    }
    const auto seconds = read_number<double>(text);
    if (into.what != fault::kind::status || !seconds || *seconds < 0 || *seconds > 86'400)
        return false;
    into.retry_after = std::chrono::milliseconds(std::llround(*seconds * 1000));
    return true;
}

}  // namespace

std::optional<problem> fault_rules::parse_when(std::string_view when, rule& into) {
    const auto percent = when.find('%');
    if (percent != when.npos) {
        into.share = read_number<double>(when.substr(0, percent));
        const auto seed = when.substr(percent + 1);
        const auto number = seed.empty() ? std::optional<std::uint64_t>(1) : read_number<std::uint64_t>(seed);
        if (!into.share || !number || *into.share < 0 || *into.share > 100)
            return invalid("a share is written as 10% or, with a seed, 10%7.");
        *into.share /= 100;
        into.seed = *number;
        return std::nullopt;
    }
    if (when.starts_with("every")) {
        const auto step = read_number<std::int64_t>(when.substr(5));
        if (!step || *step < 1)
            return invalid("\"every\" needs a number from 1, as in every3.");
        into.every = *step;
        return std::nullopt;
    }
    const auto dash = when.find('-');
    const auto first = read_number<std::int64_t>(when.substr(0, dash));
    const auto end = dash == when.npos ? when : when.substr(dash + 1);
    const auto last = end.empty() && dash != when.npos ? std::optional<std::int64_t>(INT64_MAX)
                                                       : read_number<std::int64_t>(end);
    if (!first || !last || *first < 1 || *last < *first)
        return invalid("after @ stands which calls: 3, 1-3, 4-, every3 or 10%.");
    into.first = *first;
    into.last = *last;
    return std::nullopt;
}

result<fault_rules::rule> fault_rules::parse_rule(std::string_view text) {
    rule parsed;
    auto rest = text;
    if (const auto name = cut_behind(rest, ':')) {
        parsed.only = parse_call_kind(*name);
        if (!parsed.only)
            return bad_rule(text, "after the colon stands write or review.");
    }
    if (const auto when = cut_behind(rest, '@'))
        if (const auto wrong = parse_when(*when, parsed))
            return bad_rule(text, wrong->detail);
    const auto argument = cut_behind(rest, '=');
    const auto failure = find_kind(rest);
    if (!failure)
        return bad_rule(text, "there is no fault \"" + std::string(rest) + "\".");
    parsed.failure = *failure;
    if (argument && !set_argument(parsed.failure, *argument))
        return bad_rule(text, "\"" + std::string(*argument) + "\" is no argument for it.");
    return parsed;
}

result<fault_rules> fault_rules::parse(std::string_view text) {
    fault_rules rules;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        const std::string part = boost::algorithm::trim_copy(std::string(text.substr(0, end)));
        auto parsed = parse_rule(part);
        if (!parsed)
            return parsed.error();
        rules.rules_.push_back(std::move(*parsed));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return rules;
}

bool fault_rules::rule::hits() const {
    if (share) {  // the same calls for the same seed: a mix of both (splitmix64)
        auto mixed = seed * 0x9E3779B97F4A7C15u + static_cast<std::uint64_t>(seen) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
        return static_cast<double>((mixed ^ (mixed >> 31)) >> 11) * 0x1.0p-53 < *share;
    }
    return seen >= first && seen <= last && seen % every == 0;
}

std::optional<fault> fault_rules::next(std::optional<call_kind> kind) {
    std::optional<fault> found;
    for (auto& candidate : rules_) {
        if (candidate.only && candidate.only != kind)
            continue;
        ++candidate.seen;
        if (!found && candidate.hits())
            found = candidate.failure;
    }
    return found;
}

}  // namespace examwright

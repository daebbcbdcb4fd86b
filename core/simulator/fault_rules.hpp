#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/generation/call_kind.hpp"
#include "core/problem.hpp"

namespace examwright {

/// What the simulator does wrong on command.
struct fault {
    enum class kind {
        status,       // an error of the API; 429 with retry_after
        spend_limit,  // 429 without retry-after, error_code enforced_spend_limit_reached
        reset,        // the connection is reset before any byte of the reply
        half,         // half the body, then the connection closes
        hang,         // no answer
        html,         // a proxy's page
        malformed,    // a message whose text is broken JSON
        max_tokens,   // a message cut off in its middle
        refusal,
        wrong_key,  // the review chooses another option for the first `count` questions
    };
    kind what = kind::status;
    int status = 0;  // of status and html
    std::optional<std::chrono::milliseconds> retry_after;
    int count = 1;
};

/// The grammar of rules, for --help.
extern const std::string_view fault_rules_help;

/// Which calls fail and how. Counts the calls; so one object serves one simulator.
class fault_rules {
  public:
    fault_rules() = default;
    /// A problem names the rule and what is wrong with it. Empty text: no rules.
    static result<fault_rules> parse(std::string_view text);

    /// The fault of the next call: that of the first rule that applies. kind: nothing for a call of neither
    /// kind, which the rules for all calls apply to.
    std::optional<fault> next(std::optional<call_kind> kind);

  private:
    struct rule {
        fault failure;
        std::optional<call_kind> only;
        std::int64_t first = 1;
        std::int64_t last = INT64_MAX;
        std::int64_t every = 1;
        std::optional<double> share;  // of the calls, in 0..1
        std::uint64_t seed = 1;
        std::int64_t seen = 0;  // calls that it could apply to

        bool hits() const;
    };

    static result<rule> parse_rule(std::string_view text);
    static std::optional<problem> parse_when(std::string_view when, rule& into);

    std::vector<rule> rules_;
};

}  // namespace examwright

#include "core/claude/price.hpp"

namespace examwright {
namespace {

/// US dollars per million tokens; Anthropic's list, November 2026.
struct price {
    std::string_view model;
    double input;
    double output;
    double cache_write;
    double cache_read;
};

constexpr price prices[] = {
    {"claude-sonnet-5-5", 2, 10, 2.50, 0.10},
    {"claude-sonnet-5", 2, 10, 2.50, 0.20},
    {"claude-sonnet-4-6", 3, 15, 3.75, 0.30},
    {offline_model, 0, 0, 0, 0},
};

}  // namespace

std::optional<double> cost_usd(std::string_view model, const token_usage& usage) {
    for (const auto& price : prices) {
        if (price.model != model)
            continue;
        const auto plain = usage.input - usage.cache_write - usage.cache_read;
        return (static_cast<double>(plain) * price.input + static_cast<double>(usage.output) * price.output +
                static_cast<double>(usage.cache_write) * price.cache_write +
                static_cast<double>(usage.cache_read) * price.cache_read) /
               1e6;
    }
    return std::nullopt;
}

}  // namespace examwright

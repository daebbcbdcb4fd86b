#include "tools/benchmark/report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <thread>

namespace examwright::bench {

double median(std::vector<double> values) {
    return quantile(std::move(values), 0.5);
}

double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const auto rank = std::ceil(share * static_cast<double>(values.size()));
    return values.at(static_cast<std::size_t>(std::max(rank, 1.0)) - 1);
}

report::report() {
    std::string line;
    std::string processor = "unknown processor";
    std::ifstream facts("/proc/cpuinfo");
    while (std::getline(facts, line))
        if (line.rfind("model name", 0) == 0)
            processor = line.substr(line.find(':') + 2);
    std::printf("%u cores, %s\n\n", std::thread::hardware_concurrency(), processor.c_str());
}

void report::at_most(const std::string& what, double measured, double bar, const std::string& unit) {
    const bool ok = measured <= bar;
    missed_ |= !ok;
    char verdict[64];
    std::snprintf(verdict, sizeof verdict, "at most %g: %s", bar, ok ? "ok" : "MISSED");
    row(what, measured, unit, verdict);
}

void report::at_least(const std::string& what, double measured, double bar, const std::string& unit) {
    const bool ok = measured >= bar;
    missed_ |= !ok;
    char verdict[64];
    std::snprintf(verdict, sizeof verdict, "at least %g: %s", bar, ok ? "ok" : "MISSED");
    row(what, measured, unit, verdict);
}

void report::tell(const std::string& what, double measured, const std::string& unit) {
    row(what, measured, unit, "");
}

void report::row(const std::string& what, double measured, const std::string& unit,
                 const std::string& verdict) {
    std::printf("%-62s %10.2f %-6s %s\n", what.c_str(), measured, unit.c_str(), verdict.c_str());
    std::fflush(stdout);
}

}  // namespace examwright::bench

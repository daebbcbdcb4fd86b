#pragma once

#include <string>
#include <vector>

namespace examwright::bench {

double median(std::vector<double> values);
/// The value that `share` (0..1) of the values do not exceed.
double quantile(std::vector<double> values, double share);

/// Prints a row a measurement as it is made, and knows whether a bar was missed.
class report {
  public:
    report();
    /// A bar that is not to be exceeded.
    void at_most(const std::string& what, double measured, double bar, const std::string& unit);
    /// A bar that is to be reached.
    void at_least(const std::string& what, double measured, double bar, const std::string& unit);
    /// A figure without a bar.
    void tell(const std::string& what, double measured, const std::string& unit);
    bool missed() const { return missed_; }

  private:
    void row(const std::string& what, double measured, const std::string& unit, const std::string& verdict);
    bool missed_ = false;
};

}  // namespace examwright::bench

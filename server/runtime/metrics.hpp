#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright {

/// How often something took how long. Not for several threads.
class histogram {
  public:
    /// The upper bounds of the buckets in seconds, ascending; they outlive the histogram.
    explicit histogram(std::span<const double> bounds) : bounds_(bounds), counts_(bounds.size() + 1) {}

    void observe(double seconds);

    std::span<const double> bounds() const { return bounds_; }
    /// One for each bound, and one for what is above the last.
    std::span<const std::uint64_t> counts() const { return counts_; }
    double sum() const { return sum_; }

  private:
    std::span<const double> bounds_;
    std::vector<std::uint64_t> counts_;
    double sum_ = 0;
};

/// Writes metrics in Prometheus' text format 0.0.4: a family, then its samples. Names and types are the
/// caller's to get right, values of labels may hold anything.
class exposition {
  public:
    using labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    static constexpr const char* content_type = "text/plain; version=0.0.4; charset=utf-8";

    /// type: "counter", "gauge" or "histogram".
    void family(std::string_view name, std::string_view type, std::string_view help);
    void sample(double value, labels with = {});
    void sample(const histogram& value, labels with = {});
    /// A family of one sample.
    void gauge(std::string_view name, std::string_view help, double value);
    void counter(std::string_view name, std::string_view help, double value);

    std::string text() && { return std::move(text_); }

  private:
    void line(std::string_view suffix, labels with, std::string_view bound, double value);

    std::string text_;
    std::string name_;  // of the family
};

}  // namespace examwright

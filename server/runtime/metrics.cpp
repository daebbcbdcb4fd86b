#include "server/runtime/metrics.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace examwright {

namespace {

void append_number(std::string& out, double value) {
    if (std::isinf(value)) {
        out += value < 0 ? "-Inf" : "+Inf";
        return;
    }
    char digits[400];  // the greatest double has 309 before its point
    const auto written = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
    out.append(digits, written.ptr);
}

void append_label(std::string& out, std::string_view name, std::string_view value) {
    out += out.back() == '{' ? "" : ",";
    out.append(name).append("=\"");
    for (const char c : value) {
        if (c == '\\' || c == '"')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    out += '"';
}

std::string number(double value) {
    std::string text;
    append_number(text, value);
    return text;
}

}  // namespace

void histogram::observe(double seconds) {
    const auto bucket = std::lower_bound(bounds_.begin(), bounds_.end(), seconds) - bounds_.begin();
    ++counts_[static_cast<std::size_t>(bucket)];
    sum_ += seconds;
}

void exposition::family(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    text_.append("# HELP ").append(name).append(" ").append(help).append("\n");
    text_.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void exposition::line(std::string_view suffix, labels with, std::string_view bound, double value) {
    text_.append(name_).append(suffix);
    if (with.size() > 0 || !bound.empty()) {
        text_ += '{';
        for (const auto& [name, text] : with)
            append_label(text_, name, text);
        if (!bound.empty())
            append_label(text_, "le", bound);
        text_ += '}';
    }
    text_ += ' ';
    append_number(text_, value);
    text_ += '\n';
}

void exposition::sample(double value, labels with) {
    line("", with, "", value);
}

void exposition::sample(const histogram& value, labels with) {
    const auto bounds = value.bounds();
    const auto counts = value.counts();
    double up_to_here = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        up_to_here += static_cast<double>(counts[i]);
        line("_bucket", with, i < bounds.size() ? number(bounds[i]) : "+Inf", up_to_here);
    }
    line("_sum", with, "", value.sum());
    line("_count", with, "", up_to_here);
}

void exposition::gauge(std::string_view name, std::string_view help, double value) {
    family(name, "gauge", help);
    sample(value);
}

void exposition::counter(std::string_view name, std::string_view help, double value) {
    family(name, "counter", help);
    sample(value);
}

}  // namespace examwright

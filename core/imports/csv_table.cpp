#include "core/imports/csv_table.hpp"

#include <algorithm>
#include <utility>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

class table_reader {
  public:
    table_reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    std::vector<csv_record> read() {
        while (at_ < text_.size())
            read_record();
        return std::move(records_);
    }

  private:
    void read_record() {
        csv_record record;
        record.line = line_;
        do
            record.fields.push_back(read_field());
        while (take(separator_));
        if (take('\n'))
            ++line_;
        if (!std::ranges::all_of(record.fields, [](const auto& field) { return trimmed(field).empty(); }))
            records_.push_back(std::move(record));
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c)
            return false;
        ++at_;
        return true;
    }

    std::string read_field() {
        std::string field;
        if (take('"'))
            read_quoted(field);
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n')
            field += text_[at_++];
        return field;
    }

    void read_quoted(std::string& field) {
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"' && !take('"'))
                return;
            if (c == '\n')
                ++line_;
            field += c;
        }
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::vector<csv_record> records_;
};

}  // namespace

std::vector<csv_record> read_csv_table(std::string_view text, char separator) {
    return table_reader(text, separator).read();
}

}  // namespace examwright

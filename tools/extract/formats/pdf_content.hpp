#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace examwright::extract {

struct content_operand {
    enum class kind { number, name, text, other } type = kind::other;
    float number = 0;
    std::string_view name;  // without its slash
    std::size_t bytes = 0;  // of a string, or of all strings in an array
};

/// Reads the operations of a page's content stream one after the other (ISO 32000-1, 7.8.2). Whatever the
/// bytes are, it comes to their end: what is no operation is passed over. The content outlives the reader.
class content_reader {
  public:
    explicit content_reader(std::string_view content) : rest_(content) {}

    /// Moves on to the next operation. Returns false at the end. The data of an inline image are passed over
    /// at its "ID", whose operands are the keys and values before it.
    bool next();
    std::string_view operation() const { return operation_; }
    const std::vector<content_operand>& operands() const { return operands_; }
    /// The operand at this index; 0 where it is missing or no number.
    float number(std::size_t index) const;

  private:
    content_operand read_name();
    content_operand read_number();
    content_operand read_array();
    std::size_t read_string();
    std::size_t read_hexadecimal();
    void skip_dictionary();
    void skip_blanks();
    void skip_image_data();
    std::string_view read_word();
    bool read_operand();
    void add(content_operand operand);

    std::string_view rest_;
    std::string_view operation_;
    std::vector<content_operand> operands_;
};

}  // namespace examwright::extract

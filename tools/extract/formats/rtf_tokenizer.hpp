#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace examwright::extract {

struct rtf_token {
    enum class kind { open, close, word, symbol, byte, text, end };
    kind what = kind::end;
    std::string_view text;         // the word, the sign after the backslash, or plain characters
    std::optional<int> parameter;  // of a word; of a byte (\'e9) its value
};

/// Takes rich text apart. Never looks beyond its end, whatever lengths it claims.
class rtf_tokenizer {
  public:
    explicit rtf_tokenizer(std::string_view text) : rest_(text) {}

    rtf_token next();
    /// Passes over so many bytes, as \bin has them.
    void skip(std::size_t bytes);

  private:
    rtf_token read_control();
    rtf_token read_word();

    std::string_view rest_;
};

}  // namespace examwright::extract

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace examwright::extract {

/// The encodings of a rich text's fonts.
class rtf_fonts {
  public:
    enum class symbols { none, symbol, pictures };
    struct font {
        std::string encoding;  // as ICU names it; empty: the document's own
        symbols signs = symbols::none;
    };

    void begin(int number) { current_ = number; }
    /// \fcharset and \cpg of the font that has begun.
    void set_charset(int charset);
    void set_code_page(int page) { fonts_[current_].encoding = code_page_name(page); }
    void add_name(std::string_view text);
    const font& find(int number) const;

    static std::string code_page_name(int page);

  private:
    std::map<int, font> fonts_;
    int current_ = 0;
};

}  // namespace examwright::extract

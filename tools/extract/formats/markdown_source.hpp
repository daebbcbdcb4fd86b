#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace examwright::extract {

/// Markdown made ready for CommonMark: without front matter and the marks of footnotes, its formulas
/// ("\(x\)", "\[x\]", "$$x$$", "\begin{align}", "$|x|$") taken out and the signs of others set apart, so that
/// none is taken for markup.
class markdown_source {
  public:
    explicit markdown_source(std::string_view markdown);

    const std::string& text() const { return text_; }
    /// A piece of what was made of text(), with the formulas and signs back in their places.
    std::string restored(std::string_view marked) const;

  private:
    void take_formulas(std::string_view markdown);

    std::string text_;
    std::vector<std::string> formulas_;
};

}  // namespace examwright::extract

#pragma once

#include <cstddef>
#include <memory>

#include "tools/extract/formats/pdf_paint.hpp"

class QPDF;

namespace examwright::extract {

/// The PDF on stdin, its objects read by qpdf.
class pdf_file {
  public:
    /// Throws a failure (encrypted) where a password is needed. What qpdf can make nothing of is no failure
    /// yet, since poppler may.
    pdf_file();
    ~pdf_file();
    pdf_file(const pdf_file&) = delete;
    pdf_file& operator=(const pdf_file&) = delete;

    /// As the document tells it; 0 where it doesn't.
    int page_count() const;
    /// How the page of this number is painted.
    page_paint paint(int number);

  private:
    class mapped_input;
    std::unique_ptr<mapped_input> input_;
    std::unique_ptr<QPDF> document_;  // none where qpdf can't read it
    std::size_t content_bytes_left_ = most_content_bytes;
};

}  // namespace examwright::extract

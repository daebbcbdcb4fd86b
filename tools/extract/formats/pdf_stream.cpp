#include "tools/extract/formats/pdf_stream.hpp"

#include <utility>

#include "tools/extract/formats/qpdf.hpp"

namespace examwright::extract {

namespace {

/// Collects decoded content, up to what is left.
class content_sink : public Pipeline {
  public:
    explicit content_sink(std::size_t& bytes_left) : Pipeline("content", nullptr), bytes_left_(bytes_left) {}
    void write(const unsigned char* data, std::size_t size) override {
        pay(size);
        content_.append(reinterpret_cast<const char*>(data), size);
    }
    void finish() override {}
    void pay(std::size_t bytes) {
        if (bytes > bytes_left_)
            throw content_too_long();
        bytes_left_ -= bytes;
    }
    std::string take() { return std::move(content_); }

  private:
    std::size_t& bytes_left_;
    std::string content_;
};

}  // namespace

std::string content_of_page(QPDFObjectHandle page, std::size_t& bytes_left) {
    content_sink sink(bytes_left);
    page.pipePageContents(&sink);
    return sink.take();
}

std::string content_of_form(QPDFObjectHandle form, std::size_t& bytes_left) {
    constexpr std::size_t form_bytes = 1000;
    content_sink sink(bytes_left);
    sink.pay(form_bytes);
    if (!form.pipeStreamData(&sink, nullptr, 0, qpdf_dl_generalized, true))
        throw QPDFExc(qpdf_e_damaged_pdf, "", "form", 0, "its content can't be decoded");
    return sink.take();
}

}  // namespace examwright::extract

#include "tools/extract/formats/pdf_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <exception>
#include <new>
#include <system_error>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/pdf_stream.hpp"
#include "tools/extract/formats/qpdf.hpp"

namespace examwright::extract {

/// The file as memory: its pages come and go as they are needed.
class pdf_file::mapped_input {
  public:
    mapped_input() {
        struct stat file = {};
        if (fstat(STDIN_FILENO, &file) != 0)
            throw std::system_error(errno, std::generic_category(), "fstat");
        size_ = static_cast<std::size_t>(file.st_size);
        begin_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
        if (begin_ == MAP_FAILED)
            throw std::system_error(errno, std::generic_category(), "mmap");
    }
    ~mapped_input() { munmap(begin_, size_); }
    mapped_input(const mapped_input&) = delete;
    mapped_input& operator=(const mapped_input&) = delete;
    const char* data() const { return static_cast<const char*>(begin_); }
    std::size_t size() const { return size_; }

  private:
    void* begin_ = nullptr;
    std::size_t size_ = 0;
};

pdf_file::pdf_file() : input_(std::make_unique<mapped_input>()), document_(std::make_unique<QPDF>()) {
    document_->setSuppressWarnings(true);
    try {
        document_->processMemoryFile("document", input_->data(), input_->size());
    } catch (const QPDFExc& error) {
        if (error.getErrorCode() == qpdf_e_password)
            throw failure(extraction_exit::encrypted, "a password is needed");
        document_.reset();
    }
}

pdf_file::~pdf_file() = default;

int pdf_file::page_count() const {
    if (!document_)
        return 0;
    try {
        auto count = document_->getRoot().getKey("/Pages").getKey("/Count");
        return count.isInteger() ? count.getIntValueAsInt() : 0;
    } catch (const QPDFExc&) {
        return 0;
    }
}

page_paint pdf_file::paint(int number) {
    if (!document_)
        return unknown_paint;
    try {
        const auto& pages = document_->getAllPages();
        const auto index = static_cast<std::size_t>(number - 1);
        return index < pages.size() ? paint_of(pages[index], content_bytes_left_) : unknown_paint;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return unknown_paint;
    } catch (const content_too_long&) {
        return unknown_paint;
    }
}

}  // namespace examwright::extract

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace examwright::extract {

/// Tesseract and Leptonica, loaded where they are installed: nothing of ours needs them to be built or to
/// start.
class ocr_library {
  public:
    /// Returns nullptr where libtesseract is not installed.
    static std::unique_ptr<ocr_library> load();
    ~ocr_library();
    ocr_library(const ocr_library&) = delete;
    ocr_library& operator=(const ocr_library&) = delete;

    /// Loads the models of "eng+hin". Returns the languages that are missing.
    std::vector<std::string> start(const std::string& languages);

    struct reading {
        std::string text;
        int confidence = 0;    // 0 to 100
        bool has_ink = true;   // false for an empty page
        bool decoded = false;  // false where the image can't be read
    };
    /// Reads one page: turned upright and straightened first. `bytes` is a PNM, PNG, JPEG or TIFF, of which
    /// the page whose directory is at `offset` is read.
    reading read(const std::string& bytes, std::size_t offset, int dots_per_inch);

  private:
    struct functions;
    explicit ocr_library(std::unique_ptr<functions> found);
    void recognise(void* page, int dots_per_inch, reading& found);

    std::unique_ptr<functions> call_;
    void* engine_ = nullptr;
};

}  // namespace examwright::extract

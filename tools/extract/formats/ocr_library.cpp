#include "tools/extract/formats/ocr_library.hpp"

#include <dlfcn.h>
#include <stdlib.h>

#include <algorithm>
#include <sstream>

namespace examwright::extract {

namespace {

using image = void;   // Leptonica's Pix
using engine = void;  // TessBaseAPI

constexpr int automatic_with_orientation = 1;  // page segmentation mode
constexpr int coarse_pixels = 6'000'000;       // a page has 4 million at 200 dpi, 9 million at 300

/// Frees what Leptonica made.
class owned_image {
  public:
    owned_image(image* made, void (*destroy)(image**)) : image_(made), destroy_(destroy) {}
    ~owned_image() { replace(nullptr); }
    owned_image(const owned_image&) = delete;
    owned_image& operator=(const owned_image&) = delete;
    image* get() const { return image_; }
    void replace(image* other) {
        if (image_)
            destroy_(&image_);
        image_ = other;
    }

  private:
    image* image_;
    void (*destroy_)(image**);
};

struct straightened {
    image* made = nullptr;
    float confidence = 0;
};

}  // namespace

struct ocr_library::functions {
    image* (*read_image)(const unsigned char*, std::size_t);
    image* (*read_tiff_page)(const unsigned char*, std::size_t, std::size_t*);
    image* (*to_gray)(image*, int);
    image* (*deskew)(image*, int, float, float, int, int, float*, float*);
    image* (*turn)(image*, int);
    image* (*scale)(image*, float, float);
    image* (*to_black_and_white)(image*, int);
    int (*count_black)(image*, int*, int*);
    int (*width)(image*);
    int (*height)(image*);
    void (*destroy_image)(image**);
    engine* (*create)();
    void (*destroy)(engine*);
    int (*start)(engine*, const char*, const char*);
    int (*set_variable)(engine*, const char*, const char*);
    char** (*loaded_languages)(const engine*);
    void (*free_texts)(char**);
    void (*set_mode)(engine*, int);
    void (*set_image)(engine*, image*);
    void (*set_resolution)(engine*, int);
    char* (*text)(engine*);
    int (*confidence)(engine*);
    void (*free_text)(const char*);

    template <class Function>
    bool find(void* library, const char* name, Function& into) {
        into = reinterpret_cast<Function>(dlsym(library, name));
        return into != nullptr;
    }
    /// Leptonica's are found through Tesseract, which needs it.
    bool find_all(void* library) {
        return find(library, "pixReadMem", read_image) &&
               find(library, "pixReadMemFromMultipageTiff", read_tiff_page) &&
               find(library, "pixConvertTo8", to_gray) && find(library, "pixDeskewGeneral", deskew) &&
               find(library, "pixRotateOrth", turn) && find(library, "pixScale", scale) &&
               find(library, "pixThresholdToBinary", to_black_and_white) &&
               find(library, "pixCountPixels", count_black) && find(library, "pixGetWidth", width) &&
               find(library, "pixGetHeight", height) && find(library, "pixDestroy", destroy_image) &&
               find(library, "TessBaseAPICreate", create) && find(library, "TessBaseAPIDelete", destroy) &&
               find(library, "TessBaseAPIInit3", start) &&
               find(library, "TessBaseAPISetVariable", set_variable) &&
               find(library, "TessBaseAPIGetLoadedLanguagesAsVector", loaded_languages) &&
               find(library, "TessDeleteTextArray", free_texts) &&
               find(library, "TessBaseAPISetPageSegMode", set_mode) &&
               find(library, "TessBaseAPISetImage2", set_image) &&
               find(library, "TessBaseAPISetSourceResolution", set_resolution) &&
               find(library, "TessBaseAPIGetUTF8Text", text) &&
               find(library, "TessBaseAPIMeanTextConf", confidence) &&
               find(library, "TessDeleteText", free_text);
    }
};

ocr_library::ocr_library(std::unique_ptr<functions> found) : call_(std::move(found)) {}

ocr_library::~ocr_library() {
    if (engine_)
        call_->destroy(engine_);
}

std::unique_ptr<ocr_library> ocr_library::load() {
    setenv("OMP_THREAD_LIMIT", "1", 1);  // read when libgomp is loaded: more threads only wait for each other
    void* library = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_GLOBAL);
    auto found = std::make_unique<functions>();
    if (!library || !found->find_all(library))
        return nullptr;
    return std::unique_ptr<ocr_library>(new ocr_library(std::move(found)));
}

std::vector<std::string> ocr_library::start(const std::string& languages) {
    engine_ = call_->create();
    call_->set_variable(engine_, "debug_file", "/dev/null");
    std::vector<std::string> loaded;
    if (call_->start(engine_, nullptr, languages.c_str()) == 0) {
        char** names = call_->loaded_languages(engine_);
        for (char** name = names; name && *name; ++name)
            loaded.emplace_back(*name);
        call_->free_texts(names);
    }
    std::vector<std::string> missing;
    std::istringstream wanted(languages);
    for (std::string name; std::getline(wanted, name, '+');)
        if (std::find(loaded.begin(), loaded.end(), name) == loaded.end())
            missing.push_back(name);
    return missing;
}

ocr_library::reading ocr_library::read(const std::string& bytes, std::size_t offset, int dots_per_inch) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const bool is_tiff = bytes.starts_with("II*") || bytes.starts_with("MM");
    reading found;
    image* decoded =
        is_tiff ? call_->read_tiff_page(data, bytes.size(), &offset) : call_->read_image(data, bytes.size());
    const auto owned = [&](image* made) { return std::make_unique<owned_image>(made, call_->destroy_image); };
    const auto raw = owned(decoded);
    if (!raw->get())
        return found;
    found.decoded = true;
    const auto gray = owned(call_->to_gray(raw->get(), 0));
    const auto black = owned(call_->to_black_and_white(gray->get(), 160));
    int pixels = 0;
    call_->count_black(black->get(), &pixels, nullptr);
    found.has_ink = pixels > 40;
    if (!found.has_ink)
        return found;
    // Straightened at its own size, a scan of 200 dpi loses the thin strokes that tell letters apart.
    const bool is_coarse = call_->width(gray->get()) * call_->height(gray->get()) < coarse_pixels;
    const auto large = owned(is_coarse ? call_->scale(gray->get(), 2, 2) : nullptr);
    image* const source = large->get() ? large->get() : gray->get();
    const auto straighten = [&](image* from) {
        constexpr float widest_angle = 15, step = 1;
        straightened result;
        float angle = 0;
        result.made = call_->deskew(from, 4, widest_angle, step, 2, 160, &angle, &result.confidence);
        return result;
    };
    const auto as_it_is = straighten(source);
    const auto upright = owned(as_it_is.made);
    image* best = upright->get() ? upright->get() : source;
    constexpr float sure = 4;
    const auto quarter = owned(as_it_is.confidence < sure ? call_->turn(source, 1) : nullptr);
    const auto turned = quarter->get() ? straighten(quarter->get()) : straightened();
    const auto turned_upright = owned(turned.made);
    if (turned.made && turned.confidence > sure && turned.confidence > 2 * as_it_is.confidence)
        best = turned_upright->get();
    call_->set_mode(engine_, automatic_with_orientation);
    call_->set_image(engine_, best);
    if (dots_per_inch > 0)
        call_->set_resolution(engine_, large->get() ? 2 * dots_per_inch : dots_per_inch);
    char* text = call_->text(engine_);
    found.text = text ? text : "";
    found.confidence = call_->confidence(engine_);
    if (text)
        call_->free_text(text);
    return found;
}

}  // namespace examwright::extract

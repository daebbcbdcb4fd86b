#include "tools/extract/formats/ocr_library.hpp"

#include <dlfcn.h>
#include <stdlib.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <sstream>
#include <utility>

namespace examwright::extract {

namespace {

using image = void;   // Leptonica's Pix
using engine = void;  // TessBaseAPI

constexpr int automatic_with_orientation = 1;  // page segmentation mode
constexpr long small_pixels = 2'500'000;       // a page has 2.2 million at 150 dpi, 4 million at 200
constexpr long coarse_pixels = 6'000'000;      // and 9 million at 300

/// Frees what Leptonica made.
struct image_deleter {
    void (*destroy)(image**);
    void operator()(image* made) const { destroy(&made); }
};
using owned_image = std::unique_ptr<image, image_deleter>;

/// How a page lies.
struct skew {
    bool on_its_side = false;
    float degrees = 0;  // to be turned to the right by
    float confidence = 0;

    bool is_slight() const {
        constexpr float hardly_seen = 0.1F, least_confidence = 3;  // as Leptonica has it
        return std::abs(degrees) < hardly_seen || confidence < least_confidence;
    }
};

}  // namespace

struct ocr_library::functions {
    image* (*read_image)(const unsigned char*, std::size_t);
    image* (*read_tiff_page)(const unsigned char*, std::size_t, std::size_t*);
    image* (*to_gray)(image*, int);
    int (*find_skew)(image*, float*, float*, int, int, float, float, float);
    image* (*rotate)(image*, float, int, int, int, int);
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
               find(library, "pixConvertTo8", to_gray) &&
               find(library, "pixFindSkewSweepAndSearch", find_skew) && find(library, "pixRotate", rotate) &&
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

    owned_image own(image* made) const { return {made, image_deleter{destroy_image}}; }
    /// What there is no memory for stays as it was.
    void replace(owned_image& old, image* made) const {
        if (made)
            old = own(made);
    }
    long pixels(image* of) const { return static_cast<long>(width(of)) * height(of); }
    skew skew_as_it_is(image* black) const;
    skew skew_of(image* black) const;
    void straighten(owned_image& gray, const skew& lies) const;
};

skew ocr_library::functions::skew_as_it_is(image* black) const {
    constexpr float widest = 15, step = 1, finest = 0.01F;  // degrees
    const int reduction = pixels(black) < coarse_pixels ? 1 : 2;
    skew found;
    find_skew(black, &found.degrees, &found.confidence, 2 * reduction, reduction, widest, step, finest);
    return found;
}

skew ocr_library::functions::skew_of(image* black) const {
    constexpr float sure = 4;
    const skew as_it_is = skew_as_it_is(black);
    if (as_it_is.confidence >= sure)
        return as_it_is;
    const auto quarter = own(turn(black, 1));
    skew on_its_side = skew_as_it_is(quarter.get());
    on_its_side.on_its_side = true;
    const bool is_surer = on_its_side.confidence > sure && on_its_side.confidence > 2 * as_it_is.confidence;
    return is_surer ? on_its_side : as_it_is;
}

/// Turned at its own size, a scan of 200 dpi would lose the thin strokes that tell letters apart. A straight
/// one is read as well at its own size as at twice that, in three quarters of the time.
void ocr_library::functions::straighten(owned_image& gray, const skew& lies) const {
    constexpr float radians = std::numbers::pi_v<float> / 180;
    constexpr int by_areas = 1, with_white = 1;
    if (lies.on_its_side)
        replace(gray, turn(gray.get(), 1));
    if (lies.is_slight())
        return;
    const bool is_coarse = pixels(gray.get()) < coarse_pixels;
    if (is_coarse)
        replace(gray, scale(gray.get(), 2, 2));
    replace(gray, rotate(gray.get(), lies.degrees * radians, by_areas, with_white, 0, 0));
    if (is_coarse)
        replace(gray, scale(gray.get(), 0.5F, 0.5F));
}

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
    const auto raw = call_->own(is_tiff ? call_->read_tiff_page(data, bytes.size(), &offset)
                                        : call_->read_image(data, bytes.size()));
    if (!raw)
        return found;
    found.decoded = true;
    auto gray = call_->own(call_->to_gray(raw.get(), 0));
    const auto black = call_->own(call_->to_black_and_white(gray.get(), 160));
    int ink = 0;
    call_->count_black(black.get(), &ink, nullptr);
    found.has_ink = ink > 40;
    if (!found.has_ink)
        return found;
    const auto lies = call_->skew_of(black.get());
    const bool is_small = call_->pixels(gray.get()) < small_pixels;
    if (is_small)  // too few dots a letter
        call_->replace(gray, call_->scale(gray.get(), 2, 2));
    call_->straighten(gray, lies);
    recognise(gray.get(), is_small ? 2 * dots_per_inch : dots_per_inch, found);
    return found;
}

void ocr_library::recognise(void* page, int dots_per_inch, reading& found) {
    call_->set_mode(engine_, automatic_with_orientation);
    call_->set_image(engine_, page);
    if (dots_per_inch > 0)
        call_->set_resolution(engine_, dots_per_inch);
    char* text = call_->text(engine_);
    found.text = text ? text : "";
    found.confidence = call_->confidence(engine_);
    if (text)
        call_->free_text(text);
}

}  // namespace examwright::extract

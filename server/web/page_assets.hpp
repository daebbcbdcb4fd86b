#pragma once

#include <string_view>
#include <vector>

namespace examwright {

/// A file of the page, which the build joins and compresses (embed_app.cmake).
struct page_asset {
    std::string_view name;  // "app.js"
    std::string_view content_type;
    std::string_view gzip;
};

const std::vector<page_asset>& page_assets();
/// Hash of all assets, part of their addresses: they can be cached for ever.
std::string_view page_version();

}  // namespace examwright

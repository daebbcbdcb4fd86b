#include "tools/extract/formats/epub.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/html.hpp"
#include "tools/extract/formats/ooxml_package.hpp"
#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/plain_text.hpp"
#include "tools/extract/formats/xml_tree.hpp"
#include "tools/extract/formats/zip_reader.hpp"

namespace examwright::extract {

namespace {

failure damaged_book(const char* what) {
    return {extraction_exit::damaged, what};
}

xml_node xml_part(zip_reader& zip, std::string_view name) {
    const auto bytes = zip.read(name);
    if (!bytes)
        throw damaged_book("a part of the book is missing");
    return parse_xml(*bytes);
}

/// Fonts may be obfuscated; a text that is encrypted can't be read.
void refuse_encrypted(zip_reader& zip, const std::set<std::string>& texts) {
    const auto bytes = zip.read("META-INF/encryption.xml");
    if (!bytes)
        return;
    for_each_node(parse_xml(*bytes), "enc:EncryptedData", [&](const xml_node& data) {
        for_each_node(data, "enc:CipherReference", [&](const xml_node& part) {
            if (texts.count(resolve_path("", part.attribute("URI"))) > 0)
                throw failure(extraction_exit::encrypted, "the book is protected");
        });
    });
}

std::string package_path(zip_reader& zip) {
    std::string path;
    for_each_node(xml_part(zip, "META-INF/container.xml"), "container:rootfile", [&](const xml_node& root) {
        if (path.empty())
            path = resolve_path("", root.attribute("full-path"));
    });
    return path;
}

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
        const bool begins = at == 0 || words[at - 1] == ' ';
        const auto end = at + word.size();
        if (begins && (end == words.size() || words[end] == ' '))
            return true;
    }
    return false;
}

/// The paths that the book's guide names as its cover or its contents.
std::set<std::string> guide_paths(const xml_node& package, std::string_view folder) {
    std::set<std::string> paths;
    if (const auto* guide = package.child("opf:guide"))
        for (const auto& each : guide->children)
            if (each.attribute("type") == "cover" || each.attribute("type") == "toc")
                paths.insert(resolve_path(folder, each.attribute("href")));
    return paths;
}

/// The documents of the spine that are read, each once; `with_named`: also those that the book names as its
/// cover or contents.
std::vector<std::string> chapters_of(const xml_node& package, std::string_view folder, bool with_named) {
    struct item {
        std::string path;
        bool read = false;
    };
    std::map<std::string, item, std::less<>> items;
    const auto* manifest = package.child("opf:manifest");
    const auto* spine = package.child("opf:spine");
    if (!manifest || !spine)
        throw damaged_book("the book's list of parts is missing");
    const auto left_out = guide_paths(package, folder);
    for (const auto& each : manifest->children) {
        const auto type = each.attribute("media-type");
        const bool page = type.empty() || type.find("html") != type.npos;
        auto path = resolve_path(folder, each.attribute("href"));
        const bool named = left_out.count(path) > 0 || has_word(each.attribute("properties"), "nav");
        items[std::string(each.attribute("id"))] = {std::move(path), page && (with_named || !named)};
    }
    std::vector<std::string> chapters;
    std::set<std::string> done;
    for (const auto& each : spine->children) {
        const auto found = items.find(each.attribute("idref"));
        if (found == items.end() || !found->second.read || each.attribute("linear") == "no")
            continue;
        if (done.insert(found->second.path).second)
            chapters.push_back(found->second.path);
    }
    return chapters;
}

bool is_cover(const extracted& chapter_pages, std::size_t chapters) {
    return chapters > 1 && chapter_pages.pages.front().blocks.empty();
}

extracted read_chapters(zip_reader& zip, const std::vector<std::string>& chapters) {
    page_builder pages;
    bool first = true;
    for (const auto& chapter : chapters) {
        const auto text = zip.read(chapter);
        if (!text)
            continue;
        if (!first)
            pages.next_page();
        add_xhtml(decode_html(*text), pages);
        first = false;
    }
    auto book = pages.take("chapter");
    if (is_cover(book, chapters.size()))  // a picture only
        book.pages.erase(book.pages.begin());
    return book;
}

}  // namespace

extracted read_epub(std::string_view bytes) {
    zip_reader zip(bytes);
    const auto path = package_path(zip);
    const auto package = xml_part(zip, path);
    auto chapters = chapters_of(package, folder_of(path), false);
    if (chapters.empty())  // a book of one page may name it as its contents
        chapters = chapters_of(package, folder_of(path), true);
    refuse_encrypted(zip, {chapters.begin(), chapters.end()});
    return read_chapters(zip, chapters);
}

}  // namespace examwright::extract

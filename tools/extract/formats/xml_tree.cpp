#include "tools/extract/formats/xml_tree.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <new>
#include <set>
#include <string>
#include <type_traits>

#include "tools/extract/failure.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t deepest = 256;
constexpr std::size_t most_nodes = 1'500'000;
constexpr char separator = '\n';  // stands in no namespace's name

struct known_namespace {
    std::string_view uri;
    std::string_view prefix;
};

constexpr std::array namespaces = {
    known_namespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"},
    known_namespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w:"},
    known_namespace{"http://schemas.openxmlformats.org/presentationml/2006/main", "p:"},
    known_namespace{"http://purl.oclc.org/ooxml/presentationml/main", "p:"},
    known_namespace{"http://schemas.openxmlformats.org/drawingml/2006/main", "a:"},
    known_namespace{"http://purl.oclc.org/ooxml/drawingml/main", "a:"},
    known_namespace{"http://schemas.openxmlformats.org/drawingml/2006/chart", "c:"},
    known_namespace{"http://purl.oclc.org/ooxml/drawingml/chart", "c:"},
    known_namespace{"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm:"},
    known_namespace{"http://purl.oclc.org/ooxml/drawingml/diagram", "dgm:"},
    known_namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m:"},
    known_namespace{"http://purl.oclc.org/ooxml/officeDocument/math", "m:"},
    known_namespace{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"},
    known_namespace{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"},
    known_namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"},
    known_namespace{"http://schemas.openxmlformats.org/package/2006/relationships", "rel:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", "presentation:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg:"},
    known_namespace{"http://www.w3.org/1999/xlink", "xlink:"},
    known_namespace{"http://www.w3.org/1998/Math/MathML", "math:"},
    known_namespace{"http://www.idpf.org/2007/opf", "opf:"},
    known_namespace{"urn:oasis:names:tc:opendocument:xmlns:container", "container:"},
    known_namespace{"http://www.w3.org/2001/04/xmlenc#", "enc:"},
};

/// The prefix that we give to the name, and the name without its namespace.
std::string own_name(std::string_view name) {
    const auto at = name.find(separator);
    if (at == name.npos)
        return std::string(name);
    const auto uri = name.substr(0, at);
    for (const auto& known : namespaces)
        if (known.uri == uri)
            return std::string(known.prefix).append(name.substr(at + 1));
    return std::string(name.substr(at + 1));
}

/// Each name once. There are as many as the formats have, unless a file invents them.
std::string_view interned(std::string_view name) {
    static std::set<std::string, std::less<>> names;
    constexpr std::size_t most_names = 20'000;
    auto own = own_name(name);
    const auto found = names.find(own);
    if (found != names.end())
        return *found;
    if (names.size() == most_names)
        throw failure(extraction_exit::too_costly, "too many names in the XML");
    return *names.insert(std::move(own)).first;
}

class tree_builder {
  public:
    tree_builder() { open_.push_back(&root_); }

    void start(const char* name, const char** attributes) {
        if (skipped_ > 0 || open_.size() > deepest) {
            skip_or_refuse();
            return;
        }
        const auto own = interned(name);
        if (is_unwanted_branch(own)) {
            ++skipped_;
            return;
        }
        auto& node = add_node();
        node.name = own;
        for (; *attributes != nullptr; attributes += 2)
            if (const auto key = interned(attributes[0]); !key.starts_with("w:rsid"))
                node.attributes.emplace_back(key, attributes[1]);
        open_.push_back(&node);
    }

    void end() {
        if (skipped_ > 0)
            --skipped_;
        else
            open_.pop_back();
    }

    void text(std::string_view piece) {
        if (skipped_ > 0 || open_.size() == 1)
            return;
        auto& siblings = open_.back()->children;
        if (siblings.empty() || !siblings.back().name.empty())
            add_node();
        siblings.back().text += piece;
    }

    xml_node take() {
        if (root_.children.empty())
            throw failure(extraction_exit::damaged, "the XML is empty");
        return std::move(root_.children.front());
    }

  private:
    void skip_or_refuse() {
        if (open_.size() > deepest)
            throw failure(extraction_exit::too_costly, "the XML is nested too deeply");
        if (++skipped_ > deepest)
            throw failure(extraction_exit::too_costly, "the XML is nested too deeply");
    }
    bool is_unwanted_branch(std::string_view name) const {
        const bool branch = name == "mc:Choice" || name == "mc:Fallback";
        const auto& siblings = open_.back()->children;
        return branch && open_.back()->name == "mc:AlternateContent" &&
               std::any_of(siblings.begin(), siblings.end(),
                           [](const auto& each) { return !each.name.empty(); });
    }
    xml_node& add_node() {
        if (++nodes_ > most_nodes)
            throw failure(extraction_exit::too_costly, "there is too much XML");
        return open_.back()->children.emplace_back();
    }

    xml_node root_;
    std::vector<xml_node*> open_;  // a node's address stays while it is open: its siblings come after it
    std::size_t skipped_ = 0;
    std::size_t nodes_ = 0;
};

/// What expat calls. Exceptions don't pass through C: the first one is kept and ends the parsing.
class expat_parser {
  public:
    expat_parser() : parser_(XML_ParserCreateNS(nullptr, separator), XML_ParserFree) {
        if (!parser_)
            throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const char* name, const char** attributes) {
                of(self).guarded([&](tree_builder& tree) { tree.start(name, attributes); });
            },
            [](void* self, const char*) { of(self).guarded([](tree_builder& tree) { tree.end(); }); });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
            of(self).guarded([&](tree_builder& tree) { tree.text({text, static_cast<std::size_t>(size)}); });
        });
        XML_SetEntityDeclHandler(parser_.get(), [](void* self, const char*, int, const char*, int,
                                                   const char*, const char*, const char*, const char*) {
            of(self).guarded([](tree_builder&) {
                throw failure(extraction_exit::too_costly, "entities are declared in the XML");
            });
        });
    }

    xml_node parse(std::string_view bytes) {
        const auto state = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
        if (error_)
            std::rethrow_exception(error_);
        if (state != XML_STATUS_OK)
            throw failure(extraction_exit::damaged,
                          std::string("XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())));
        return tree_.take();
    }

  private:
    static expat_parser& of(void* self) { return *static_cast<expat_parser*>(self); }

    template <class Function>
    void guarded(const Function& call) {
        if (error_)
            return;
        try {
            call(tree_);
        } catch (...) {
            error_ = std::current_exception();
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }

    std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser_;
    tree_builder tree_;
    std::exception_ptr error_;
};

}  // namespace

std::string_view xml_node::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted)
            return value;
    return {};
}

const xml_node* xml_node::child(std::string_view wanted) const {
    for (const auto& each : children)
        if (each.name == wanted)
            return &each;
    return nullptr;
}

std::string_view xml_node::child_attribute(std::string_view wanted, std::string_view key) const {
    const auto* found = child(wanted);
    return found ? found->attribute(key) : std::string_view();
}

std::string xml_node::all_text() const {
    std::string all = text;
    for (const auto& each : children)
        all += each.all_text();
    return all;
}

xml_node parse_xml(std::string_view bytes) {
    return expat_parser().parse(bytes);
}

}  // namespace examwright::extract

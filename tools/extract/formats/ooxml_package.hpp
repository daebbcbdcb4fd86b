#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tools/extract/formats/xml_tree.hpp"
#include "tools/extract/formats/zip_reader.hpp"

namespace examwright::extract {

/// The path in an archive that `href` means in a part in `folder` ("word/"): percent-decoded, without its
/// fragment, "." and "..". Addresses of the web come out as names that no part has.
std::string resolve_path(std::string_view folder, std::string_view href);
/// "word/" of "word/document.xml".
std::string_view folder_of(std::string_view part);

/// A Word or PowerPoint file: its parts, and how they refer to each other.
class ooxml_package {
  public:
    /// The bytes must outlive it.
    explicit ooxml_package(std::string_view bytes) : zip_(bytes) {}

    struct relationship {
        std::string type;  // the last word of its address: "officeDocument", "slide", "notesSlide"
        std::string target;
    };
    using relationships = std::map<std::string, relationship, std::less<>>;

    /// By their ids; empty where the part has none. "" for those of the package. Relations to what lies
    /// outside the file are left out.
    relationships relationships_of(std::string_view part);
    /// The part that the package names as its document, else `usual`.
    std::string main_part(std::string_view usual);
    /// Returns nullopt where there is no such part.
    std::optional<xml_node> xml(std::string_view part);

  private:
    zip_reader zip_;
};

/// The target of the first relation of this type; "" for none.
std::string target_of(const ooxml_package::relationships& all, std::string_view type);

}  // namespace examwright::extract

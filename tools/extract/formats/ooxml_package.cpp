#include "tools/extract/formats/ooxml_package.hpp"

#include <vector>

#include "core/text/percent_decoding.hpp"

namespace examwright::extract {

std::string resolve_path(std::string_view folder, std::string_view href) {
    const auto decoded = percent_decoded(href.substr(0, href.find('#')));
    const auto whole = decoded.starts_with('/') ? decoded.substr(1) : std::string(folder) + decoded;
    std::vector<std::string_view> steps;
    for (std::string_view rest = whole; !rest.empty();) {
        const auto end = rest.find('/');
        const auto step = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.push_back(step);
    }
    std::string path;
    for (const auto step : steps)
        path.append(path.empty() ? "" : "/").append(step);
    return path;
}

std::string_view folder_of(std::string_view part) {
    return part.substr(0, part.rfind('/') + 1);
}

ooxml_package::relationships ooxml_package::relationships_of(std::string_view part) {
    const auto folder = folder_of(part);
    const auto name = std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    const auto tree = xml(name);
    relationships all;
    if (!tree)
        return all;
    for (const auto& each : tree->children) {
        if (each.name != "rel:Relationship" || each.attribute("TargetMode") == "External")
            continue;
        const auto type = each.attribute("Type");
        all[std::string(each.attribute("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                  resolve_path(folder, each.attribute("Target"))};
    }
    return all;
}

std::string ooxml_package::main_part(std::string_view usual) {
    const auto named = target_of(relationships_of(""), "officeDocument");
    return zip_.holds(named) ? named : std::string(usual);
}

std::optional<xml_node> ooxml_package::xml(std::string_view part) {
    const auto bytes = zip_.read(part);
    if (!bytes)
        return std::nullopt;
    return parse_xml(*bytes);
}

std::string target_of(const ooxml_package::relationships& all, std::string_view type) {
    for (const auto& [id, each] : all)
        if (each.type == type)
            return each.target;
    return {};
}

}  // namespace examwright::extract

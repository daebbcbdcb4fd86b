#pragma once

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/odf_styles.hpp"
#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// The blocks and pages of an office:body.
extracted read_odf_body(const xml_node& body, const odf_styles& styles);

}  // namespace examwright::extract

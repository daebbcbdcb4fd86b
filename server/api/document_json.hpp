#pragma once

#include <boost/json/object.hpp>

#include "db/records.hpp"

namespace examwright {

/// A document as the API shows it, without its text.
boost::json::object document_json(const document_record& document);

}  // namespace examwright

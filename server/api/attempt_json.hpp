#pragma once

#include <boost/json/object.hpp>

#include "db/attempt_store.hpp"

namespace examwright {

boost::json::object attempt_json(const attempt_record& attempt);

}  // namespace examwright

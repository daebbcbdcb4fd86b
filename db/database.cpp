#include "db/database.hpp"

namespace examwright {}

#pragma once

// The standard headers that most files need and that cost the most to parse.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

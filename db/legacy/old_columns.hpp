#pragma once

#include <string>
#include <vector>

namespace examwright {

/// How a column of the old service's schema at 005 is expand_template from an old row.
struct old_column {
    std::string name;
    std::string value;       // SQL over the columns of the old table
    std::string if_missing;  // SQL, where the old table has no such column; empty: it must have it
};

/// A table of the old service, and which of its rows have their place in ours.
struct old_table {
    std::string name;
    std::vector<old_column> columns;
    std::string fits;  // SQL condition: the parents are there, which ours hold by then
};

/// The five, parents first.
const std::vector<old_table>& old_tables();

}  // namespace examwright

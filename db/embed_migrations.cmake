# Writes OUTPUT, a C++ file that holds the migrations of FOLDER (NNN_name.up.sql, NNN_name.down.sql).
file(GLOB ups ${FOLDER}/*.up.sql)
list(SORT ups)
set(rows "")
foreach(up ${ups})
  get_filename_component(stem ${up} NAME)
  string(REPLACE ".up.sql" "" stem ${stem})
  string(SUBSTRING ${stem} 0 3 number)
  string(SUBSTRING ${stem} 4 -1 name)
  file(READ ${up} up_sql)
  file(READ ${FOLDER}/${stem}.down.sql down_sql)
  string(APPEND rows "        {\"${number}\", \"${name}\", R\"sql(${up_sql})sql\", R\"sql(${down_sql})sql\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"db/migrations.hpp\"

namespace examwright {

const std::vector<migration>& all_migrations() {
    static const std::vector<migration> migrations{
${rows}    };
    return migrations;
}

}  // namespace examwright
")

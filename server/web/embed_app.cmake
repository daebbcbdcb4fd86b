cmake_minimum_required(VERSION 3.25)
# Writes OUTPUT, a C++ file that holds the page: the modules of FOLDER joined to app.js, the sheets joined to
# app.css, the catalogues (*.json), the pictures (*.svg) and, if KATEX names it, katex.js. Each is gzipped; equal
# sources give equal bytes.
file(GLOB modules ${FOLDER}/*.js)
file(GLOB sheets ${FOLDER}/*.css)
file(GLOB others ${FOLDER}/*.json ${FOLDER}/*.svg)
list(SORT modules)
list(SORT sheets)
list(SORT others)
set(work ${OUTPUT}.files)
file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})

# Appends a module to `joined`, after those that it imports. Each becomes a function's scope that returns its
# exports, so that the names of one module stay its own.
function(append_module name)
  if(name IN_LIST joined_names)
    return()
  endif()
  if(name IN_LIST pending_names)
    message(FATAL_ERROR "The modules of the page import each other in a circle: ${pending_names} ${name}")
  endif()
  list(APPEND pending_names ${name})
  file(READ ${FOLDER}/${name}.js source)
  string(REGEX REPLACE "\n *(//|\\*|/\\*\\*)[^\n]*" "" source "\n${source}")
  string(REGEX MATCHALL "from \"\\./[a-z0-9_]+" imports "${source}")
  foreach(import ${imports})
    string(REGEX REPLACE ".*/" "" import ${import})
    append_module(${import})
  endforeach()
  string(REGEX REPLACE "\nimport ({[^}]*}) from \"\\./([a-z0-9_]+)\\.js\"" "\nconst \\1 = module_\\2" source "${source}")
  while(source MATCHES "\nconst {[^}]* as [^}]*} = module_")  # a renamed import: "as" is ":" in a pattern
    string(REGEX REPLACE "\n(const {[^}]*) as ([^}]*} = module_)" "\n\\1: \\2" source "${source}")
  endwhile()
  string(REGEX MATCHALL "\nexport (async )?(function|const|class) [A-Za-z0-9_]+" exports "${source}")
  list(TRANSFORM exports REPLACE ".* " "")
  list(JOIN exports ", " exports)
  string(REGEX REPLACE "\nexport " "\n" source "${source}")
  string(APPEND joined "const module_${name} = (() => {${source}return {${exports}};\n})();\n")
  list(APPEND joined_names ${name})
  set(joined "${joined}" PARENT_SCOPE)
  set(joined_names "${joined_names}" PARENT_SCOPE)
endfunction()

set(joined "\"use strict\";\n")
set(joined_names "")
foreach(module ${modules})
  get_filename_component(name ${module} NAME_WE)
  append_module(${name})
endforeach()
file(WRITE ${work}/app.js "${joined}")

set(style "")
foreach(sheet ${sheets})
  file(READ ${sheet} source)
  string(REGEX REPLACE "/\\*[^*]*\\*/\n?" "" source "${source}")
  string(APPEND style "${source}")
endforeach()
file(WRITE ${work}/app.css "${style}")

file(COPY ${others} DESTINATION ${work})
if(KATEX)
  file(COPY_FILE ${KATEX} ${work}/katex.js)
endif()

set(types_js "text/javascript; charset=utf-8")
set(types_css "text/css; charset=utf-8")
set(types_json "application/json")
set(types_svg "image/svg+xml")
file(GLOB files RELATIVE ${work} ${work}/*)
list(SORT files)
set(arrays "")
set(rows "")
set(all "")
foreach(file ${files})
  file(SHA256 ${work}/${file} hash)
  string(APPEND all "${file} ${hash}\n")
  file(ARCHIVE_CREATE OUTPUT ${work}/packed PATHS ${work}/${file} FORMAT raw COMPRESSION GZip COMPRESSION_LEVEL 9)
  file(READ ${work}/packed bytes HEX)
  string(SUBSTRING ${bytes} 0 8 start)
  string(SUBSTRING ${bytes} 16 -1 rest)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${start}00000000${rest}")  # the time of packing is not told
  string(MAKE_C_IDENTIFIER ${file} identifier)
  string(REGEX REPLACE ".*\\." "" ending ${file})
  string(APPEND arrays "constexpr unsigned char ${identifier}[] = {${bytes}};\n")
  string(APPEND rows "        {\"${file}\", \"${types_${ending}}\", view(${identifier}, sizeof ${identifier})},\n")
endforeach()
string(SHA256 version "${all}")
string(SUBSTRING ${version} 0 16 version)

file(WRITE ${OUTPUT} "#include \"server/web/page_assets.hpp\"

namespace examwright {

namespace {

${arrays}
std::string_view view(const unsigned char* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

std::string_view page_version() {
    return \"${version}\";
}

const std::vector<page_asset>& page_assets() {
    static const std::vector<page_asset> assets{
${rows}    };
    return assets;
}

}  // namespace examwright
")

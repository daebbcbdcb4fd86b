# Compiles the documentation page, the contract, the page and what shows its formulas into examwright_server.
# Included, not added: a target takes only files that its own folder generates.
file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_LIST_DIR}
  ${CMAKE_CURRENT_LIST_DIR}/*.css ${CMAKE_CURRENT_LIST_DIR}/*.js ${CMAKE_CURRENT_LIST_DIR}/*.json)
list(FILTER files EXCLUDE REGEX "^app/")
list(JOIN files " " file_names)
list(TRANSFORM files PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
set(embedded_web_files ${CMAKE_BINARY_DIR}/generated/embedded_web_files.cpp)
add_custom_command(
  OUTPUT ${embedded_web_files}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${embedded_web_files} -DFOLDER=${CMAKE_CURRENT_LIST_DIR}
          -DFILES=${file_names} -P ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake
  DEPENDS ${files} ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake
  VERBATIM)
file(GLOB app_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/app/*)
find_file(KATEX katex.min.js PATHS /usr/share/javascript/katex NO_DEFAULT_PATH)
if(NOT KATEX)
  message(STATUS "libjs-katex is not installed: the page shows formulas as text")
  set(KATEX "")
endif()
set(embedded_app ${CMAKE_BINARY_DIR}/generated/embedded_app.cpp)
add_custom_command(
  OUTPUT ${embedded_app}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${embedded_app} -DFOLDER=${CMAKE_CURRENT_LIST_DIR}/app -DKATEX=${KATEX}
          -P ${CMAKE_CURRENT_LIST_DIR}/embed_app.cmake
  DEPENDS ${app_files} ${CMAKE_CURRENT_LIST_DIR}/embed_app.cmake
  VERBATIM)
target_sources(examwright_server PRIVATE ${embedded_web_files} ${embedded_app})

# Install rules and the Debian package. Included at the end of the root's CMakeLists.txt, so that CPack finds it.
include(GNUInstallDirs)
install(TARGETS examwright examwright-extract RUNTIME)

option(EXAMWRIGHT_PACKAGE "Build what only the Debian package holds: units, manual pages" OFF)
if(NOT EXAMWRIGHT_PACKAGE)
  return()
endif()

# The same bytes from the same commit, in any folder: gzip, tar and the manual pages take this time.
set(commit_time $ENV{SOURCE_DATE_EPOCH})
if("${commit_time}" STREQUAL "")
  execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%ct
    OUTPUT_VARIABLE commit_time OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if("${commit_time}" STREQUAL "")  # sources without their repository
  string(TIMESTAMP commit_time "%s" UTC)
endif()

# Which Debian this is built for: ICU's version is part of its library's name, and it differs between 12 and 13.
file(STRINGS /etc/os-release release REGEX "^VERSION_ID=")
string(REGEX REPLACE "[^0-9.]" "" release "${release}")

set(unit_folder ${CMAKE_BINARY_DIR}/package)
function(configure_unit name)
  file(READ ${CMAKE_SOURCE_DIR}/tools/package/systemd/hardening.in HARDENING)
  configure_file(${CMAKE_SOURCE_DIR}/tools/package/systemd/examwright.service.in ${unit_folder}/${name} @ONLY)
endfunction()
set(STATE examwright)
set(ENVIRONMENT examwright.env)
set(KEY_FILE anthropic-api-key)
set(INSTANCE_TITLE "")
configure_unit(examwright.service)
set(STATE examwright-%i)
set(ENVIRONMENT %i.env)
set(KEY_FILE %i.anthropic-api-key)
set(INSTANCE_TITLE " (%i)")
configure_unit(examwright@.service)

# Debian's form of a licence: each line indented, an empty one as a dot.
file(READ ${CMAKE_SOURCE_DIR}/LICENSE LICENSE_TEXT)
string(REGEX REPLACE "^[^\n]*\n\n[^\n]*\n\n" "" LICENSE_TEXT "${LICENSE_TEXT}")
string(REGEX REPLACE "\n+$" "" LICENSE_TEXT "${LICENSE_TEXT}")
string(REPLACE "\n\n" "\n.\n" LICENSE_TEXT "${LICENSE_TEXT}")
string(REPLACE "\n" "\n " LICENSE_TEXT " ${LICENSE_TEXT}")
configure_file(${CMAKE_SOURCE_DIR}/tools/package/debian/copyright.in ${unit_folder}/copyright @ONLY)

set(manual_pages ${unit_folder}/examwright.1.gz ${unit_folder}/examwright.service.5.gz)
add_custom_command(
  OUTPUT ${manual_pages}
  COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=${commit_time}
          ${CMAKE_SOURCE_DIR}/tools/package/manual_pages ${unit_folder}
          ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:examwright>
  DEPENDS examwright tools/package/manual_pages
  VERBATIM)
set(changelog ${unit_folder}/changelog.gz)
add_custom_command(
  OUTPUT ${changelog}
  COMMAND ${CMAKE_SOURCE_DIR}/tools/package/changelog ${PROJECT_VERSION}+deb${release} ${commit_time} ${changelog}
  DEPENDS tools/package/changelog
  VERBATIM)
add_custom_target(package_files ALL DEPENDS ${manual_pages} ${changelog})

install(FILES ${unit_folder}/examwright.service ${unit_folder}/examwright@.service
  tools/package/systemd/examwright-backup.service tools/package/systemd/examwright-backup.timer
  DESTINATION /usr/lib/systemd/system)
install(FILES ${unit_folder}/examwright.1.gz DESTINATION share/man/man1)
install(FILES ${unit_folder}/examwright.service.5.gz DESTINATION share/man/man5)
install(FILES ${unit_folder}/copyright ${changelog} DESTINATION share/doc/examwright)

file(WRITE ${unit_folder}/packaging_time.cmake "set(ENV{SOURCE_DATE_EPOCH} ${commit_time})\n")
set(CPACK_PROJECT_CONFIG_FILE ${unit_folder}/packaging_time.cmake)  # which CPack reads first
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME examwright)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION}+deb${release})
set(CPACK_PACKAGE_CONTACT "The Examwright authors <authors@examwright.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "turns documents into multiple-choice tests")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A small self-hosted server with a web page: people upload their documents
(PDF, Word, slides, e-books, scans) and get tests whose questions name the page
they come from. The questions are written by Claude or, without a key, by a
simple offline author. Everything is kept in one SQLite file.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)  # a quarter smaller than gzip
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, poppler-utils, poppler-data, bubblewrap, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "tesseract-ocr, tesseract-ocr-eng")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS tesseract-ocr-hin)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${CMAKE_SOURCE_DIR}/tools/package/debian/postinst
  ${CMAKE_SOURCE_DIR}/tools/package/debian/prerm
  ${CMAKE_SOURCE_DIR}/tools/package/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)

# Writes OUTPUT, a C++ file that holds those FILES (paths in FOLDER, parted by spaces).
separate_arguments(FILES)
set(rows "")
foreach(path ${FILES})
  file(READ ${FOLDER}/${path} content)
  string(APPEND rows "        {\"${path}\", R\"embedded(${content})embedded\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"server/web/embedded_files.hpp\"

namespace examwright {

const std::vector<embedded_file>& embedded_files() {
    static const std::vector<embedded_file> files{
${rows}    };
    return files;
}

}  // namespace examwright
")

#pragma once

#include <cstddef>
#include <string>

class QPDFObjectHandle;

namespace examwright::extract {

/// Thrown where content is longer than is followed. No std::exception: qpdf would take it for a flaw of the
/// stream.
struct content_too_long {};

/// The decoded content of a page, of all its streams. Its bytes are taken off `bytes_left`. Throws a QPDFExc
/// where it can't be decoded, content_too_long where too few are left.
std::string content_of_page(QPDFObjectHandle page, std::size_t& bytes_left);

/// The same of a form, which costs some bytes more: a form may draw others many times.
std::string content_of_form(QPDFObjectHandle form, std::size_t& bytes_left);

}  // namespace examwright::extract

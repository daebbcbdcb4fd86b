#pragma once

namespace examwright {

/// How examwright-extract ends: its exit status, the one thing that the server believes of it.
enum class extraction_exit {
    done = 0,
    internal = 1,  // its own fault, or the machine's
    usage = 2,
    too_many_pages = 10,
    no_text = 11,
    encrypted = 12,
    damaged = 13,
    too_much_text = 14,
    not_text = 15,
    too_costly = 16,            // more memory or CPU time than the limits allow
    ocr_missing = 17,           // pages are pictures, and text recognition is not there
    ocr_language_missing = 18,  // stderr names the languages
    no_such_pages = 19,         // none of the pages asked for
    unknown_encoding = 20,      // a text, and more than one encoding would do
    illegible = 21,             // pictures in which text recognition finds no text
};

}  // namespace examwright

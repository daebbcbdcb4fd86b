#pragma once

// clang refuses, in C++20, a class of qpdf's that holds a vector of itself before it is complete. Nothing
// here needs more of it than its name.
#ifdef __clang__
#define JSON_HH
class JSON;
#endif

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

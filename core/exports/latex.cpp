#include "core/exports/latex.hpp"

#include <algorithm>
#include <string_view>

#include "core/exports/formulas.hpp"

namespace examwright {

namespace {

constexpr std::string_view preamble = R"(\documentclass[12pt,addpoints]{exam}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[utf8]{inputenc}
  \usepackage[T1]{fontenc}
\else
  \usepackage{fontspec}
\fi
\usepackage{textcomp}
\usepackage{amsmath,amssymb}
% \printanswers shows the right choices and the explanations.
%\printanswers
\begin{document}
)";

std::string_view command_for(char c) {
    switch (c) {
        case '\\': return "\\textbackslash{}";
        case '{': return "\\{";
        case '}': return "\\}";
        case '$': return "\\$";
        case '&': return "\\&";
        case '#': return "\\#";
        case '%': return "\\%";
        case '_': return "\\_";
        case '^': return "\\textasciicircum{}";
        case '~': return "\\textasciitilde{}";
        case '<': return "\\textless{}";
        case '>': return "\\textgreater{}";
        case '|': return "\\textbar{}";
        case '"': return "\\textquotedbl{}";
        case '`': return "\\textasciigrave{}";
        case '\'': return "'{}";  // two of them would be a quotation mark
        case '-': return "-{}";   // and so would two of these be a dash
        case '[': return "{[}";   // behind \\\\ or \\choice an argument would begin
        case '\n': return "\\\\{}\n";
        case '\t': return "~~~~";
        default: return {};
    }
}

/// Blanks that TeX would make one or none stay.
std::string plain(std::string_view text, char before) {
    std::string out;
    for (const char c : text) {
        const auto command = command_for(c);
        if (c == ' ' && (before == ' ' || before == '\n'))
            out += "~";
        else if (c == '\n' && before == '\n')
            out += "~\\\\{}\n";  // TeX ends no line where there is none
        else if (command.empty())
            out += c;
        else
            out += command;
        before = c;
    }
    return out;
}

/// Whether braces are closed and no command is in it that reads or writes files, or reaches out of the
/// formula.
bool is_harmless(std::string_view tex) {
    int depth = 0;
    for (std::size_t i = 0; i < tex.size(); ++i) {
        if (tex[i] == '\\')
            ++i;
        else if (tex[i] == '{' || tex[i] == '}')
            depth += tex[i] == '{' ? 1 : -1;
        if (depth < 0)
            return false;
    }
    constexpr std::string_view reaching[] = {"\\input",     "\\include",    "\\write",     "\\open",
                                             "\\read",      "\\catcode",    "\\csname",    "\\def",
                                             "\\let",       "\\usepackage", "\\immediate", "\\end{document",
                                             "\\directlua", "\\special",    "\\loop",      "^^"};
    return depth == 0 && std::ranges::none_of(reaching, [&](std::string_view command) {
               return tex.find(command) != tex.npos;
           });
}

/// A formula on one line, whose signs for comments and the like stand for themselves.
std::string formula(std::string_view tex) {
    std::string out;
    char before = ' ';
    for (const char c : tex) {
        if (before != '\\' && (c == '%' || c == '#' || c == '$'))
            out += '\\';
        out += c == '\n' ? ' ' : c;
        before = before == '\\' ? ' ' : c;
    }
    return out;
}

std::string latex(std::string_view text) {
    std::string out;
    char before = '\n';
    for (const auto& span : split_formulas(text)) {
        const bool is_inline = span.what == formula_span::kind::inline_formula;
        const std::string open = is_inline ? "\\(" : "\\[", close = is_inline ? "\\)" : "\\]";
        if (span.what == formula_span::kind::plain)
            out += plain(span.text, before);
        else if (is_harmless(span.text))
            out += open + formula(span.text) + close;
        else
            out += plain(open + std::string(span.text) + close, before);
        before = span.what == formula_span::kind::plain ? span.text.back() : ')';
    }
    return out;
}

std::string question_latex(const question& question) {
    std::string out = "\n\\question[1] " + latex(question.stem) + "\n\\begin{choices}\n";
    for (std::size_t i = 0; i < question.options.size(); ++i)
        out += (i == question.correct ? "  \\CorrectChoice " : "  \\choice ") + latex(question.options[i]) +
               "\n";
    out += "\\end{choices}\n";
    if (!question.explanation.empty())
        out += "\\begin{solution}\n" + latex(question.explanation) + "\n\\end{solution}\n";
    return out;
}

}  // namespace

std::string write_latex(const exported_test& test) {
    std::string out(preamble);
    out += "\\begin{center}\\Large " + latex(on_one_line(test.title)) + "\\end{center}\n\\begin{questions}\n";
    for (const auto& question : test.questions)
        out += question_latex(question);
    return out + "\\end{questions}\n\\end{document}\n";
}

}  // namespace examwright

#include "core/exports/labels.hpp"

#include "core/language/language.hpp"

namespace examwright {

namespace {

language language_of(const exported_test& test) {
    constexpr std::size_t enough = 20'000;  // bytes
    std::string text;
    for (const auto& question : test.questions) {
        if (text.size() > enough)
            break;
        text += question.stem + "\n" + question.explanation + "\n";
        for (const auto& option : question.options)
            text += option + "\n";
    }
    return guess_language(text).value;
}

/// With the name of what pages of the document are called: "slide".
std::string page_label(const exported_test& test) {
    auto name = test.page_name;
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

std::string page_in(const exported_test& test, const char* page, const char* slide, const char* chapter,
                    const char* section) {
    if (test.page_name == "slide")
        return slide;
    if (test.page_name == "chapter")
        return chapter;
    return test.page_name == "section" ? section : test.page_name == "minute" ? "Minute" : page;
}

export_labels english_labels(const exported_test& test, const char* tag) {
    return {tag, "Questions", "Answer key", "Explanations", "Answer sheet", "Name", "Date", page_label(test)};
}

}  // namespace

export_labels labels_of(const exported_test& test) {
    switch (language_of(test)) {
        case language::german:
            return {"de",           "Fragen",
                    "Lösungen",     "Erläuterungen",
                    "Antwortbogen", "Name",
                    "Datum",        page_in(test, "Seite", "Folie", "Kapitel", "Abschnitt")};
        case language::french:
            return {"fr",
                    "Questions",
                    "Corrigé",
                    "Explications",
                    "Feuille de réponses",
                    "Nom",
                    "Date",
                    page_in(test, "Page", "Diapositive", "Chapitre", "Section")};
        case language::spanish:
            return {"es",
                    "Preguntas",
                    "Respuestas correctas",
                    "Explicaciones",
                    "Hoja de respuestas",
                    "Nombre",
                    "Fecha",
                    page_in(test, "Página", "Diapositiva", "Capítulo", "Sección")};
        case language::portuguese:
            return {"pt",
                    "Perguntas",
                    "Gabarito",
                    "Explicações",
                    "Folha de respostas",
                    "Nome",
                    "Data",
                    page_in(test, "Página", "Slide", "Capítulo", "Seção")};
        case language::hindi:
            return {"hi",        "प्रश्न", "उत्तर कुंजी", "व्याख्या",
                    "उत्तर पत्रक", "नाम",  "दिनांक",    page_in(test, "पृष्ठ", "स्लाइड", "अध्याय", "खंड")};
        case language::english: return english_labels(test, "en");
        case language::unknown:
        case language::other_script: break;
    }
    return english_labels(test, "und");
}

std::string place_of(const question& question, const export_labels& labels) {
    return question.source_page ? labels.page + " " + std::to_string(*question.source_page) : "";
}

}  // namespace examwright

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

bool counts_minutes(std::string_view page_name) {
    return page_name == "minute";
}

/// What pages of the document are called; for five minutes of a film the word for minutes.
std::string page_in(std::string_view page_name, const char* page, const char* slide, const char* chapter,
                    const char* section, const char* minutes) {
    if (page_name == "slide")
        return slide;
    if (page_name == "chapter")
        return chapter;
    return page_name == "section" ? section : counts_minutes(page_name) ? minutes : page;
}

}  // namespace

export_labels english_labels(std::string_view page_name) {
    return {"en",
            "Questions",
            "Answer key",
            "Explanations",
            "Answer sheet",
            "Name",
            "Date",
            page_in(page_name, "Page", "Slide", "Chapter", "Section", "Minutes"),
            counts_minutes(page_name)};
}

export_labels labels_of(const exported_test& test) {
    const std::string_view page_name = test.page_name;
    switch (language_of(test)) {
        case language::german:
            return {"de",
                    "Fragen",
                    "Lösungen",
                    "Erläuterungen",
                    "Antwortbogen",
                    "Name",
                    "Datum",
                    page_in(page_name, "Seite", "Folie", "Kapitel", "Abschnitt", "Minuten"),
                    counts_minutes(page_name)};
        case language::french:
            return {"fr",
                    "Questions",
                    "Corrigé",
                    "Explications",
                    "Feuille de réponses",
                    "Nom",
                    "Date",
                    page_in(page_name, "Page", "Diapositive", "Chapitre", "Section", "Minutes"),
                    counts_minutes(page_name)};
        case language::spanish:
            return {"es",
                    "Preguntas",
                    "Respuestas correctas",
                    "Explicaciones",
                    "Hoja de respuestas",
                    "Nombre",
                    "Fecha",
                    page_in(page_name, "Página", "Diapositiva", "Capítulo", "Sección", "Minutos"),
                    counts_minutes(page_name)};
        case language::portuguese:
            return {"pt",
                    "Perguntas",
                    "Gabarito",
                    "Explicações",
                    "Folha de respostas",
                    "Nome",
                    "Data",
                    page_in(page_name, "Página", "Slide", "Capítulo", "Seção", "Minutos"),
                    counts_minutes(page_name)};
        case language::hindi:
            return {"hi",
                    "प्रश्न",
                    "उत्तर कुंजी",
                    "व्याख्या",
                    "उत्तर पत्रक",
                    "नाम",
                    "दिनांक",
                    page_in(page_name, "पृष्ठ", "स्लाइड", "अध्याय", "खंड", "मिनट"),
                    counts_minutes(page_name)};
        case language::english: return english_labels(page_name);
        case language::unknown:
        case language::other_script: break;
    }
    auto labels = english_labels(page_name);
    labels.language = "und";
    return labels;
}

std::string place_of(const question& question, const export_labels& labels) {
    if (!question.source_page)
        return {};
    const int page = *question.source_page;
    auto place = labels.page + " ";
    if (!labels.counts_minutes)
        return place + std::to_string(page);
    constexpr int minutes = 5;
    place += std::to_string(minutes * (page - 1));
    return place.append("–").append(std::to_string(minutes * page));
}

}  // namespace examwright

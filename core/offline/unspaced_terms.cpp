#include "core/offline/unspaced_terms.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/offline/cloze_material.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

struct close_iterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

struct close_text {
    void operator()(UText* text) const { utext_close(text); }
};

/// The boundaries of words, as bytes, from 0 to the text's end.
std::vector<std::size_t> word_boundaries(UBreakIterator* iterator, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, close_text> opened(
        utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
    std::vector<std::size_t> boundaries{0};
    if (U_SUCCESS(status))
        ubrk_setUText(iterator, opened.get(), &status);
    if (U_FAILURE(status))
        return boundaries;
    ubrk_first(iterator);
    for (auto at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
        boundaries.push_back(static_cast<std::size_t>(at));
    return boundaries;
}

bool is_alphabetic(char32_t value) {  // Thai, Lao, Tibetan, Myanmar, Khmer
    return (value >= 0x0E00 && value <= 0x109F) || (value >= 0x1780 && value <= 0x17FF);
}

/// A verb, an adjective or a particle of Japanese: it ends in Hiragana.
bool ends_in_hiragana(std::string_view word) {
    const auto last = decode_before(word, word.size()).value;
    return last >= 0x3041 && last <= 0x309F;
}

/// Words of two characters and more that name nothing.
bool is_function_word(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "因此",   "因为", "所以",  "但是", "如果",   "可以",   "可能",  "能够",  "变得",   "开始",   "成为",
        "由于",   "以及", "并且",  "而且", "或者",   "这些",   "那些",  "这个",  "那个",   "它们",   "他们",
        "我们",   "通过", "进行",  "使用", "具有",   "没有",   "已经",  "之后",  "之前",   "时候",   "其中",
        "其他",   "一个", "一种",  "一些", "许多",   "非常",   "十分",  "常常",  "通常",   "主要",   "根据",
        "为了",   "需要", "称为",  "叫做", "组成",   "形成",   "存在",  "不同",  "各种",   "地方",   "部分",
        "方面",   "これ", "それ",  "もの", "こと",   "ため",   "よう",  "また",  "しかし", "そして", "する",
        "なる",   "ある", "いる",  "場合", "多く",   "一つ",   "自分",  "主に",  "特に",   "全て",   "必要",
        "可能",   "利用", "คือ",    "และ",  "ของ",    "ที่",      "ใน",    "เป็น",   "การ",    "ความ",   "จาก",
        "ให้",     "ได้",   "มี",     "ไม่",   "กับ",     "โดย",    "หรือ",   "ซึ่ง",    "เพื่อ",    "แต่",     "เมื่อ",
        "นี้",      "นั้น",   "แล้ว",   "ต้อง",  "สามารถ", "เช่น",    "ด้วย",   "อยู่",    "ทำให้",   "เรียกว่า", "ต่าง",
        "มาก",    "หลาย", "จะ",    "ทั้ง",   "เพราะ",  "สิ่ง",     "ทำงาน", "ผ่าน",   "ยัง",     "ออก",    "อย่าง",
        "ทุก",     "เล็ก",  "ใหญ่",   "สร้าง", "ใช้",     "ระหว่าง", "ที่สุด",   "ทั้งหมด", "สู่",      "กว่า",    "เกิด",
        "ขึ้น",     "ช่วย",  "ไว้",    "ก่อน",  "หลัง",    "ประมาณ", "หนึ่ง",   "สอง",   "สาม",    "แรก",    "เวลา",
        "ส่วน",    "บาง",  "เฉพาะ", "สถาน", "ต้น",     "นิยม",    "เริ่ม",   "สำคัญ",  "ทั่ว",     "เข้า",    "เหล่า",
        "ประเทศ", "เมือง", "ใหม่"};
    return words.contains(word);
}

/// Between such words a noun stands.
bool leads_noun(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "的",   "和",  "与", "及",  "在",     "把",  "被",   "对",     "从",  "由", "、",  "叫做",
        "称为", "の",  "と", "や",  "ของ",    "ใน",  "คือ",   "เรียกว่า", "เป็น", "กับ", "จาก", "การ",
        "โดย",  "ด้วย", "สู่",  "ผ่าน", "ระหว่าง", "แห่ง", "สร้าง", "ผลิต",    "ใช้",  "นำ"};
    return words.contains(word);
}

bool follows_noun(std::string_view word) {
    static const std::unordered_set<std::string_view> words = {
        "的",  "和",     "与", "及",  "是",   "在",  "、",  "，",  "。",  "は",  "が",  "を", "の",     "に",
        "で",  "と",     "も", "へ",  "から", "や",  "คือ",  "เป็น", "มี",   "ของ", "และ", "จะ", "ที่",      "ใน",
        "จาก", "ซึ่ง",     "กับ", "หรือ", "โดย",  "ด้วย", "เพื่อ", "เมื่อ", "ได้",  "ไป",  "ถูก",  "ทำ", "ทำหน้าที่", "เคย",
        "อยู่",  "ระหว่าง", "สู่",  "ลง",  "ออก",  "เข้า", "ให้",  "ช่วย", "เกิด", "แห่ง", "ทั้ง"};
    return words.contains(word);
}

struct sentence_words {
    std::string_view text;
    std::vector<std::size_t> boundaries;

    std::string_view word(std::size_t i) const {
        return i + 1 < boundaries.size() ? text.substr(boundaries[i], boundaries[i + 1] - boundaries[i])
                                         : std::string_view();
    }
};

bool may_be_term(std::string_view word) {
    if (word.empty() || !is_unspaced(decode_at(word, 0).value) || is_function_word(word))
        return false;
    const auto fewest = is_alphabetic(decode_at(word, 0).value) ? 3u : 2u;
    return count_characters(word) >= fewest && !ends_in_hiragana(word);
}

bool is_noun(const sentence_words& words, std::size_t i) {
    const auto after = words.word(i + 1);
    const auto before = i > 0 ? words.word(i - 1) : std::string_view();
    const auto first = decode_at(words.word(i), 0).value;
    const bool katakana = first >= 0x30A0 && first <= 0x30FF;
    // Japanese particles stand behind their noun; in Chinese and Thai a verb may stand before the same words.
    const bool japanese = std::string_view("はがをのにでともへやから").find(after) != std::string_view::npos;
    if (katakana || (japanese && !after.empty()))
        return true;
    const bool alphabetic = is_alphabetic(first);
    // Thai sets a blank where a clause ends, and ends its sentences with nothing.
    const bool begins = i == 0 || (alphabetic && before == " ");
    const bool closed = follows_noun(after) || (alphabetic && (after.empty() || after == " "));
    return leads_noun(before) ? closed : begins && follows_noun(after);
}

}  // namespace

std::vector<std::vector<unspaced_term>> find_unspaced_terms(const std::vector<cloze_sentence>& sentences) {
    std::vector<std::vector<unspaced_term>> found(sentences.size());
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, close_iterator> iterator(
        ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
    if (U_FAILURE(status))
        return found;
    std::vector<sentence_words> all;
    std::unordered_map<std::string_view, int> counts, nouns;
    for (const auto& sentence : sentences) {
        const bool unspaced = std::any_of(sentence.text.begin(), sentence.text.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0xE0;  // scripts from U+0800 on
        });
        auto& words = all.emplace_back();
        words.text = sentence.text;
        if (unspaced)
            words.boundaries = word_boundaries(iterator.get(), sentence.text);
        for (std::size_t i = 0; i + 1 < words.boundaries.size(); ++i)
            if (may_be_term(words.word(i))) {
                ++counts[words.word(i)];
                nouns[words.word(i)] += is_noun(words, i);
            }
    }
    for (std::size_t s = 0; s < all.size(); ++s)
        for (std::size_t i = 0; i + 1 < all[s].boundaries.size(); ++i) {
            const auto word = all[s].word(i);
            const auto count = may_be_term(word) ? counts.at(word) : 0;
            if (count >= 2 || (count > 0 && nouns.at(word) > 0))
                found[s].push_back({all[s].boundaries[i], all[s].boundaries[i + 1],
                                    nouns.at(word) > 0 && nouns.at(word) * 2 >= count});
        }
    return found;
}

}  // namespace examwright

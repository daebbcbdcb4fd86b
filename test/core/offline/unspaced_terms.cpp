#include "core/offline/unspaced_terms.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "test/support/cloze_questions.hpp"

using namespace examwright;
using test::write_questions;

BOOST_AUTO_TEST_SUITE(unspaced_terms)

BOOST_AUTO_TEST_CASE(options_of_unspaced_scripts_are_whole_words) {
    const std::string japanese =
        "葉の表面にある小さな穴は気孔と呼ばれる。気孔から酸素が出る。根は土から水分と養分を吸収する。呼吸はミ"
        "トコンドリアで行われる。"
        "植物の細胞は細胞壁を持つ。細胞壁は細胞の形を保つ。葉緑体はクロロフィルを含む。師管は養分を運ぶ管であ"
        "る。";
    const std::set<std::string> words = {"表面",   "気孔", "酸素",   "水分", "養分",           "吸収",
                                         "呼吸",   "植物", "細胞壁", "細胞", "ミトコンドリア", "クロロフィル",
                                         "葉緑体", "師管", "葉緑",   "師管"};
    const auto questions = write_questions(japanese, 6);
    BOOST_TEST(questions.size() >= 3u);
    for (const auto& question : questions)
        for (const auto& option : question.options)
            BOOST_TEST(words.contains(option), option);
}

BOOST_AUTO_TEST_CASE(thai_is_asked_about_by_its_nouns) {
    // No full stops; blanks end sentences and stand before the sign that says a word again.
    const auto written = write_questions(
        "หัวใจเป็นอวัยวะที่สูบฉีดเลือดไปเลี้ยงส่วนต่าง ๆ ของร่างกาย เลือดนำออกซิเจนจากปอดไปยังเนื้อเยื่อทั่วร่างกาย "
        "ปอดทำหน้าที่แลกเปลี่ยนก๊าซระหว่างอากาศกับเลือด ตับเป็นอวัยวะที่สร้างน้ำดีเพื่อช่วยย่อยไขมัน "
        "ไตกรองของเสียออกจากเลือดและขับออกทางปัสสาวะ กระเพาะอาหารหลั่งกรดเพื่อย่อยโปรตีน "
        "พืชสร้างอาหารด้วยการสังเคราะห์ด้วยแสงซึ่งเกิดขึ้นในใบ รากดูดน้ำและแร่ธาตุจากดิน",
        4);
    BOOST_TEST(written.size() >= 3u);
    for (const auto& question : written) {
        BOOST_TEST(question.options.size() == 4u);
        BOOST_TEST(!question.stem.starts_with("ๆ"), question.stem);
    }
}

BOOST_AUTO_TEST_CASE(pieces_of_unknown_words_and_verbs_are_neither_keys_nor_options) {
    const auto thai = write_questions(
        "เซลล์เป็นหน่วยที่เล็กที่สุดของสิ่งมีชีวิต นิวเคลียสเป็นศูนย์กลางควบคุมการทำงานของเซลล์\n\n"
        "ไมโทคอนเดรียเป็นแหล่งผลิตพลังงานของเซลล์ คลอโรพลาสต์เป็นที่เกิดการสังเคราะห์ด้วยแสงของพืช\n\n"
        "สารสีเขียวในคลอโรพลาสต์เรียกว่าคลอโรฟิลล์ ผนังเซลล์ของพืชประกอบด้วยเซลลูโลส\n\n"
        "การเคลื่อนที่ของน้ำผ่านเยื่อเลือกผ่านเรียกว่าออสโมซิส เลือดของมนุษย์มีเม็ดเลือดแดงซึ่งขนส่งออกซิเจน",
        8);
    BOOST_TEST(!thai.empty());
    const auto japanese = write_questions(
        "細胞は細胞膜によって外界と区切られている。細胞膜は物質の出入りを調節する。外界の物質は細胞膜を通る。"
        "葉緑体は光合成を行う。光合成の産物は酸素である。植物の酸素は外界へ出る。呼吸は酸素を使う。"
        "減数分裂では染色体の数が変わる。分裂の前期に染色体が見える。",
        8);
    BOOST_TEST(!japanese.empty());
    for (const auto& questions : {thai, japanese})
        for (const auto& question : questions) {
            BOOST_TEST(question.stem.find("減数_____") == std::string::npos);
            for (const auto& option : question.options)
                for (const char* word : {"คลอ", "พลาสต์", "ฟิลล์", "เคลื่อนที่", "สังเคราะห์", "区切"})
                    BOOST_TEST(option != word, question.stem);
        }
}

BOOST_AUTO_TEST_CASE(a_country_is_no_choice_among_substances) {
    const std::string material =
        "ประเทศไทยมีแม่น้ำเจ้าพระยาไหลผ่านกรุงเทพมหานคร กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย\n\n"
        "แบคทีเรียในดินตรึงไนโตรเจนจากอากาศ ออกซิเจนถูกปล่อยออกทางปากใบ\n\n"
        "คาร์บอนไดออกไซด์และน้ำทำปฏิกิริยากันได้กลูโคส รัฐสภาทำหน้าที่ออกกฎหมาย\n\n"
        "ดอยอินทนนท์เป็นภูเขาที่สูงที่สุดในประเทศไทย พระมหากษัตริย์ทรงเป็นประมุขของประเทศ";
    for (const auto& question : write_questions(material, 8))
        for (const auto& option : question.options)
            BOOST_TEST((option != "ประเทศไทย" && option != "กรุงเทพมหานคร"), question.stem);
}

BOOST_AUTO_TEST_SUITE_END()

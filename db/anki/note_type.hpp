#pragma once

#include <boost/json/object.hpp>
#include <cstdint>

namespace examwright {

/// The note type of our Anki decks. Its fields are Question, A, B, C, D, E, Key (a letter), Explanation,
/// Quote and Page; all but the first five options and the key may be empty.
///
/// The card shuffles the options each time that it is shown and shows them in the same order with the answer.
/// What is right is marked by the option's class, which it takes along; without JavaScript the options stay
/// in their own order.
inline constexpr std::int64_t anki_note_type_id = 1'795'564'800'000;

/// As Anki's schema 11 has it in col.models. deck: the id of the deck that Anki offers for new notes of it.
boost::json::object anki_note_type(std::int64_t deck);

}  // namespace examwright

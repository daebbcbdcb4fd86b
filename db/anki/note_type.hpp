#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <cstdint>

namespace examwright {

/// The note types of our Anki decks. Their fields are Question, the options A to E or A to J, Key (a letter),
/// Explanation, Quote and Page; all but Question, A, B and Key may be empty. Tests whose questions have five
/// options at most keep to the narrow one, so that decks of theirs that were imported once are brought up to
/// date.
///
/// The card shuffles the options each time that it is shown and shows them in the same order with the answer.
/// What is right is marked by the option's class, which it takes along; without JavaScript the options stay
/// in their own order.
struct anki_note_type {
    std::int64_t id;
    std::size_t options;  // fields for them
};
inline constexpr anki_note_type narrow_note_type{1'795'564'800'000, 5};
inline constexpr anki_note_type wide_note_type{1'795'564'800'001, 10};

/// As Anki's schema 11 has it in col.models. deck: the id of the deck that Anki offers for new notes of it.
boost::json::object note_type_json(const anki_note_type& type, std::int64_t deck);

}  // namespace examwright

#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <cstdint>

namespace examwright {

/// The note types of our Anki decks. Their fields are Question, the options A to E or A to J, Key (a letter),
/// Explanation, Quote and Page; all but Question, A, B and Key may be empty. Tests whose questions have five
/// options at most keep to the narrow ones, so that decks of theirs that were imported once are brought up to
/// date. Page holds a number that the card calls "Page", or the whole place: "Slide 3", "Seite 3".
///
/// The card shuffles the options each time that it is shown and shows them in the same order with the answer.
/// What is right is marked by the option's class, which it takes along; without JavaScript the options stay
/// in their own order.
struct anki_note_type {
    std::int64_t id;
    std::size_t options;  // fields for them
    bool holds_place;     // in Page, instead of a number
    const char* name;
};
inline constexpr anki_note_type narrow_note_type{1'795'564'800'000, 5, false, "Examwright multiple choice"};
inline constexpr anki_note_type wide_note_type{1'795'564'800'001, 10, false,
                                               "Examwright multiple choice, ten options"};
inline constexpr anki_note_type narrow_place_note_type{1'795'564'800'002, 5, true,
                                                       "Examwright multiple choice, named places"};
inline constexpr anki_note_type wide_place_note_type{1'795'564'800'003, 10, true,
                                                     "Examwright multiple choice, ten options, named places"};

/// As Anki's schema 11 has it in col.models. deck: the id of the deck that Anki offers for new notes of it.
boost::json::object note_type_json(const anki_note_type& type, std::int64_t deck);

}  // namespace examwright

DROP TABLE removed_questions;

//! Labels of an interview that names nobody: "Q: …", "A2: …".

/// Whose turn a label begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Asks,
    Answers,
}

impl Turn {
    /// The labels in small letters, each with its turn.
    pub const LABELS: [(&str, Turn); 4] =
        [("q", Turn::Asks), ("a", Turn::Answers), ("question", Turn::Asks), ("answer", Turn::Answers)];

    /// "Q", "A12", "Question 3": the label without its number, and its turn; nothing where it is a name.
    pub fn of_label(label: &str) -> Option<(&'static str, Turn)> {
        let label = label.to_lowercase();
        let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
        Turn::LABELS.into_iter().find(|(known, _)| *known == word)
    }
}

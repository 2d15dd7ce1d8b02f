//! The views that the widget offers beside the questions.

/// One way to look at the pathway.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum View {
    /// The questions and their outcome.
    Orientation,
    /// Every structure, searched.
    Annuaire,
    /// The communes and what each has.
    Carte,
    /// Level by place.
    Gradation,
    /// Guarantees by territory.
    Couverture,
    /// The terms.
    Lexique,
    /// The questions and where their answers lead, drawn.
    Logigramme,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Orientation,
        Self::Annuaire,
        Self::Carte,
        Self::Gradation,
        Self::Couverture,
        Self::Lexique,
        Self::Logigramme,
    ];

    /// The id used in the attribute `vues` and in texts (`ui.view.<id>`).
    pub fn id(self) -> &'static str {
        match self {
            Self::Orientation => "orientation",
            Self::Annuaire => "annuaire",
            Self::Carte => "carte",
            Self::Gradation => "gradation",
            Self::Couverture => "couverture",
            Self::Lexique => "lexique",
            Self::Logigramme => "logigramme",
        }
    }
}

/// Reads the attribute `vues`: ids parted by commas or spaces, in the order wished.
pub(super) fn views(value: &str) -> Result<Vec<View>, String> {
    let mut views = Vec::new();
    for word in value.split([',', ' ']).filter(|word| !word.is_empty()) {
        let view = View::ALL.into_iter().find(|view| view.id() == word);
        let view = view.ok_or_else(|| {
            let known = View::ALL.map(View::id).join(", ");
            format!("vues=\"{value}\" : « {word} » n’est pas une vue ; vues : {known}")
        })?;
        if !views.contains(&view) {
            views.push(view);
        }
    }
    if views.is_empty() { Err("vues=\"\" : nommer au moins une vue".to_owned()) } else { Ok(views) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_read_in_the_order_wished_and_each_once() {
        assert_eq!(views("carte, annuaire carte"), Ok(vec![View::Carte, View::Annuaire]));
        assert!(views("").is_err());
        assert!(views("annuaire, plan").is_err_and(|message| message.contains("« plan »")));
    }
}

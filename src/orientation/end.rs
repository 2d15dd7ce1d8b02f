//! Which kind of end a path comes to.

use crate::model::End;

use super::Situation;

/// The first end of the dataset that holds; none when it names none that does.
pub fn end_of<'a>(situation: &Situation<'a>) -> Option<&'a End> {
    situation.data.flow.ends.iter().find(|end| situation.holds(&end.when))
}

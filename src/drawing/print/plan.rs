//! What a poster says, before anything is placed.

use crate::model::{Dataset, SourceRef};

use super::style::Style;
use crate::drawing::explain::directory::{Resource, directory};
use crate::drawing::explain::graph::Graph;
use crate::drawing::explain::panel::panels;
use crate::drawing::explain::paths::Paths;
use crate::drawing::explain::shared::{Lettered, Shared, numbers, share};

/// What a poster says.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The dataset.
    pub data: &'a Dataset,
    /// The flow.
    pub graph: Graph<'a>,
    /// The number of each question, by its place among the boxes.
    pub numbers: Vec<Option<usize>>,
    /// What each end says.
    pub panels: Vec<Lettered<'a>>,
    /// What several ends say alike.
    pub shared: Vec<Shared<'a>>,
    /// The kinds of resource.
    pub directory: Vec<Resource>,
    /// The territory it is for; none: all of them.
    pub territory: Option<&'a str>,
}

impl<'a> Plan<'a> {
    /// The whole pathway, or that of one territory.
    pub fn of(data: &'a Dataset, territory: Option<&'a str>) -> Self {
        let paths = Paths::of(data, territory);
        let graph = Graph::of(data, &paths);
        let panels = panels(data, &paths, &graph, territory);
        let directory = directory(data, &panels, territory);
        let (panels, shared) = share(panels);
        let numbers = numbers(&graph, &panels);
        Self { data, graph, numbers, panels, shared, directory, territory }
    }

    /// The panel of a box, where it has one.
    pub fn panel(&self, at: usize) -> Option<&Lettered<'a>> {
        let place = self.graph.places.get(at)?;
        self.panels.iter().find(|one| one.panel.place == *place)
    }

    /// Whether a box is a stop: the emergency way.
    pub fn is_stop(&self, at: usize) -> bool {
        self.graph.is_stop(self.data, at)
    }

    /// Everything that its rules cite, each once, in the order of their ids.
    pub fn cited(&self) -> Vec<&'a SourceRef> {
        let own = self.panels.iter().flat_map(|one| &one.panel.sections);
        let sections = own.chain(self.shared.iter().map(|shared| &shared.section));
        let entries = sections.flat_map(|section| &section.entries);
        let mut cited: Vec<&SourceRef> = entries.flat_map(|entry| &entry.rule.sources).collect();
        cited.sort();
        cited.dedup();
        cited
    }
}

/// A plan, and how large it is set.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'p, 'a> {
    /// What is said.
    pub plan: &'p Plan<'a>,
    /// How large.
    pub style: Style,
    /// How wide a column is, in points.
    pub width: f64,
}

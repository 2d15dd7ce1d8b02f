//! Every change of one element of the flow, of the table, of what is known
//! elsewhere and of the communes' territories. A retargeted row goes to the next
//! one of the table; everything else goes to every other value it could have.

use serde_json::{Value, json};

use crate::model::{Dataset, OUTCOME, State};

/// One change.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// Its name: file, place, what is done there.
    pub name: String,
    file: &'static str,
    pointer: String,
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    Remove,
    Set(Value),
    Push(Value),
}

impl Mutant {
    /// A dataset with this change; `None`: no longer a dataset.
    pub fn apply(&self, data: &Dataset) -> Option<Dataset> {
        let mut changed = data.clone();
        match self.file {
            "flow" => changed.flow = self.edit(&data.flow)?,
            "table" => changed.table = self.edit(&data.table)?,
            "elsewhere" => changed.elsewhere = self.edit(&data.elsewhere)?,
            _ => changed.communes = self.edit(&data.communes)?,
        }
        Some(changed)
    }

    fn edit<T: serde::Serialize + serde::de::DeserializeOwned>(&self, file: &T) -> Option<T> {
        let mut value = serde_json::to_value(file).ok()?;
        let (parent, last) = self.pointer.rsplit_once('/')?;
        match (&self.change, value.pointer_mut(parent)?) {
            (Change::Remove, Value::Array(list)) => {
                list.remove(last.parse().ok()?);
            }
            (Change::Remove, Value::Object(map)) => {
                map.remove(last)?;
            }
            (Change::Set(new), Value::Object(map)) => {
                map.insert(last.to_owned(), new.clone());
            }
            (Change::Set(new), Value::Array(list)) => {
                *list.get_mut(last.parse::<usize>().ok()?)? = new.clone();
            }
            (Change::Push(new), place) => place.get_mut(last)?.as_array_mut()?.push(new.clone()),
            _ => return None,
        }
        serde_json::from_value(value).ok()
    }
}

/// Every mutant, always in the same order.
pub fn mutants(data: &Dataset) -> Vec<Mutant> {
    let mut made = Made { all: Vec::new(), data };
    made.questions();
    made.rules();
    made.table();
    made.elsewhere();
    made.communes();
    made.all
}

struct Made<'a> {
    all: Vec<Mutant>,
    data: &'a Dataset,
}

impl Made<'_> {
    fn add(&mut self, file: &'static str, pointer: &str, change: Change) {
        let what = match &change {
            Change::Remove => "enlevé".to_owned(),
            Change::Set(value) => format!("devient {value}"),
            Change::Push(value) => format!("reçoit {value}"),
        };
        let name = format!("{file}.json{pointer} {what}");
        self.all.push(Mutant { name, file, pointer: pointer.to_owned(), change });
    }

    fn questions(&mut self) {
        for (i, question) in self.data.flow.questions.iter().enumerate() {
            let at = format!("/questions/{i}");
            self.targets(&at, &json!(question.to));
            for (j, answer) in question.answers.iter().enumerate() {
                let at = format!("{at}/answers/{j}");
                self.add("flow", &at, Change::Remove);
                self.targets(&at, &json!(answer.to));
                if answer.when.is_some() {
                    self.add("flow", &format!("{at}/when"), Change::Remove);
                    self.condition("flow", &format!("{at}/when"), &json!(answer.when));
                }
            }
        }
    }

    /// A target sent to every other question, each of its branches removed.
    fn targets(&mut self, at: &str, target: &Value) {
        let at = format!("{at}/to");
        if let Value::String(to) = target {
            self.retarget(&at, to);
        }
        for (i, branch) in target.as_array().into_iter().flatten().enumerate() {
            let at = format!("{at}/{i}");
            self.add("flow", &at, Change::Remove);
            self.retarget(&format!("{at}/to"), branch["to"].as_str().unwrap_or_default());
            self.condition("flow", &format!("{at}/when"), &branch["when"]);
        }
    }

    fn retarget(&mut self, at: &str, to: &str) {
        let data = self.data;
        let ends = data.flow.questions.iter().map(|q| q.id.as_str()).chain([OUTCOME]);
        for end in ends.filter(|end| *end != to) {
            self.add("flow", at, Change::Set(json!(end)));
        }
    }

    /// Each variable and each value removed, each other value added.
    fn condition(&mut self, file: &'static str, at: &str, when: &Value) {
        if let Value::Array(alternatives) = when {
            for (i, one) in alternatives.iter().enumerate() {
                self.add(file, &format!("{at}/{i}"), Change::Remove);
                self.condition(file, &format!("{at}/{i}"), one);
            }
        }
        for (var, accepted) in when.as_object().into_iter().flatten() {
            let at = format!("{at}/{var}");
            self.add(file, &at, Change::Remove);
            let accepted: Vec<&str> =
                accepted.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            for (i, _) in accepted.iter().enumerate() {
                self.add(file, &format!("{at}/{i}"), Change::Remove);
            }
            for other in self.values(var).into_iter().filter(|v| !accepted.contains(&v.as_str())) {
                self.add(file, &at, Change::Push(json!(other)));
            }
        }
    }

    /// The values that a variable can take; none for the communes.
    fn values(&self, var: &str) -> Vec<String> {
        let territories = || self.data.filiere.territories.iter().map(|t| t.id.clone());
        match var {
            "territoire" => {
                territories().chain(["inconnu", "ailleurs"].map(str::to_owned)).collect()
            }
            "horaire" => crate::model::HOURS.map(str::to_owned).into(),
            question => {
                let asked = self.data.question(question).into_iter();
                asked.flat_map(|q| &q.answers).map(|answer| answer.id.clone()).collect()
            }
        }
    }

    fn rules(&mut self) {
        let rows = &self.data.table.rows;
        for (i, rule) in self.data.flow.rules.iter().enumerate() {
            let at = format!("/rules/{i}");
            self.add("flow", &at, Change::Remove);
            for join in ["and", "or", "optional"] {
                if json!(rule.join) != json!(join) {
                    self.add("flow", &format!("{at}/join"), Change::Set(json!(join)));
                }
            }
            self.add("flow", &format!("{at}/contact"), Change::Set(json!(!rule.contact)));
            self.condition("flow", &format!("{at}/when"), &json!(rule.when));
            for (j, offer) in rule.offer.iter().enumerate() {
                let at = format!("{at}/offer/{j}");
                self.add("flow", &at, Change::Remove);
                let now = json!(offer);
                let place = rows.iter().position(|row| now["row"] == json!(row.id));
                if let Some(next) = place.and_then(|p| rows.get((p + 1) % rows.len())) {
                    self.add("flow", &at, Change::Set(json!({"row": next.id})));
                }
            }
        }
    }

    fn table(&mut self) {
        for (i, row) in self.data.table.rows.iter().enumerate() {
            let at = format!("/rows/{i}");
            self.add("table", &format!("{at}/adults_only"), Change::Set(json!(!row.adults_only)));
            self.add("table", &format!("{at}/nearest"), Change::Set(json!(!row.nearest)));
            let reach = if json!(row.reach) == json!("commune") { "territory" } else { "commune" };
            self.add("table", &format!("{at}/reach"), Change::Set(json!(reach)));
            for (territory, cell) in &row.cells {
                let at = format!("{at}/cells/{territory}");
                self.add("table", &at, Change::Remove);
                self.states(&format!("{at}/state"), Some(cell.state));
                for other in row.cells.keys().filter(|other| *other != territory) {
                    // The whole content of a cell told of another territory.
                    self.add(
                        "table",
                        &format!("/rows/{i}/cells/{other}"),
                        Change::Set(json!(cell)),
                    );
                }
                for (j, placement) in cell.placements.iter().enumerate() {
                    self.placement(&format!("{at}/placements/{j}"), placement);
                }
            }
        }
    }

    fn states(&mut self, at: &str, now: Option<State>) {
        use State::{Deploying, Empty, Listed, NotCovered, OwnPatients, SubjectToAvailability};
        for state in [Listed, OwnPatients, Deploying, SubjectToAvailability, Empty, NotCovered] {
            if Some(state) != now {
                self.add("table", at, Change::Set(json!(state)));
            }
        }
    }

    fn placement(&mut self, at: &str, placement: &crate::model::Placement) {
        let structures = &self.data.structures.structures;
        self.add("table", at, Change::Remove);
        self.states(&format!("{at}/state"), placement.state);
        let place = structures.iter().position(|s| s.id == placement.structure);
        if let Some(next) = place.and_then(|p| structures.get((p + 1) % structures.len())) {
            self.add("table", &format!("{at}/structure"), Change::Set(json!(next.id)));
        }
        if placement.only.is_some() {
            self.add("table", &format!("{at}/only"), Change::Remove);
            self.condition("table", &format!("{at}/only"), &json!(placement.only));
        }
        for (k, _) in placement.communes.iter().enumerate() {
            self.add("table", &format!("{at}/communes/{k}"), Change::Remove);
        }
        if let Some(first) = placement.communes.first() {
            let all = &self.data.communes.communes;
            let place = all.iter().position(|commune| commune.code == *first).unwrap_or_default();
            let next = all.iter().cycle().skip(place).take(all.len());
            let next = next.map(|c| &c.code).find(|code| !placement.communes.contains(code));
            self.add("table", &format!("{at}/communes"), Change::Push(json!(next)));
        }
        let zone = if json!(placement.zone) == json!("stated") { "unstated" } else { "stated" };
        self.add("table", &format!("{at}/zone"), Change::Set(json!(zone)));
    }

    fn elsewhere(&mut self) {
        for (i, department) in self.data.elsewhere.departments.iter().enumerate() {
            self.add("elsewhere", &format!("/departments/{i}"), Change::Remove);
            for (j, entry) in department.entries.iter().enumerate() {
                let at = format!("/departments/{i}/entries/{j}");
                self.add("elsewhere", &at, Change::Remove);
                let adults = Change::Set(json!(!entry.adults_only));
                self.add("elsewhere", &format!("{at}/adults_only"), adults);
            }
        }
    }

    fn communes(&mut self) {
        for (i, commune) in self.data.communes.communes.iter().enumerate() {
            for territory in &self.data.filiere.territories {
                if territory.id != commune.territory {
                    let at = format!("/communes/{i}/territory");
                    self.add("communes", &at, Change::Set(json!(territory.id)));
                }
            }
        }
    }
}

//! Writes a figure as the text of a file: for figures that were made in the studio, and for copying one into
//! a folder of figures.

use super::figure::{Access, Figure, Measure, Opening, Part, Scalar, Test, When};

impl Figure {
    /// The text of its file. Read again it is the same figure; comments of the file it came from are not kept.
    pub fn text(&self) -> String {
        let mut text = format!(
            "key = {}\ncode = {}\nversion = {}\n",
            quoted(&self.key),
            quoted(&self.code),
            self.version
        );
        let measure = match &self.measure {
            Measure::Units => quoted("units"),
            Measure::Sum(column) => format!("{{ sum = {} }}", quoted(column)),
        };
        let shape = if self.base.is_some() { "share" } else { "total" };
        text.push_str(&format!(
            "shape = {}\nmeasure = {measure}\nunit = {}\n",
            quoted(shape),
            quoted(&self.unit)
        ));
        if let Some(once) = &self.once {
            text.push_str(&format!("once = {}\n", quoted(once)));
        }
        if !self.breakdowns.is_empty() {
            text.push_str(&format!("breakdowns = [{}]\n", list(self.breakdowns.iter().map(|b| quoted(b)))));
        }
        let floor = self.shown.floor.map(|floor| format!("floor = {floor}"));
        let decimals = (self.shown.decimals > 0).then(|| format!("decimals = {}", self.shown.decimals));
        if floor.is_some() || decimals.is_some() {
            text.push_str(&format!("shown = {{ {} }}\n", list(floor.into_iter().chain(decimals))));
        }
        if let Some(test) = &self.provisional {
            text.push_str(&format!("provisional = {}\n", test_text(test)));
        }
        for (name, text_of) in [("stated", &self.stated), ("whole", &self.whole)] {
            if let Some(value) = text_of {
                text.push_str(&format!("{name} = {}\n", quoted(value)));
            }
        }
        for (whom, opening) in [("public", &self.opens.public), ("members", &self.opens.members)] {
            if let Some(opening) = opening {
                text.push_str(&format!("opens.{whom} = {}\n", opening_text(opening)));
            }
        }
        for part in &self.counted {
            text.push_str(&format!("\n[[counted]]\n{}", part_text(part)));
        }
        if let Some(base) = &self.base {
            text.push_str(&format!("\n[base]\n{}", part_text(base)));
        }
        text
    }
}

fn part_text(part: &Part) -> String {
    let when = match &part.when {
        When::AtEnd => quoted("at-end"),
        When::Within => quoted("within"),
        When::Overlapping => quoted("overlapping"),
        When::Last(per) => format!("{{ last = {} }}", quoted(per)),
    };
    let mut text =
        format!("listing = {}\nwhen = {when}\non = {}\n", quoted(&part.listing), quoted(part.on.name()));
    for (name, tests) in [("of", &part.of), ("keep", &part.keep)] {
        if !tests.is_empty() {
            text.push_str(&format!(
                "{name} = [\n{}]\n",
                tests.iter().map(|test| format!("    {},\n", test_text(test))).collect::<String>()
            ));
        }
    }
    text
}

fn test_text(test: &Test) -> String {
    let values = test.is.iter().map(|value| match value {
        Scalar::Bool(b) => b.to_string(),
        Scalar::Int(n) => n.to_string(),
        Scalar::Text(t) => quoted(t),
    });
    let reason = test.reason.as_ref().map(|r| format!(", reason = {}", quoted(r))).unwrap_or_default();
    format!("{{ column = {}, is = [{}]{reason} }}", quoted(&test.column), list(values))
}

fn opening_text(opening: &Opening) -> String {
    let word = |access: Access| {
        quoted(match access {
            Access::List => "list",
            Access::Grouped => "grouped",
            Access::Number => "number",
        })
    };
    format!(
        "{{ counted = {}, base = {}, left-out = {} }}",
        word(opening.counted),
        word(opening.base),
        word(opening.left_out)
    )
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{On, Opens, Shape, Shown};

    #[test]
    fn a_figure_read_from_its_own_text_is_the_same_figure() {
        let part = |when| Part {
            listing: "readings".into(),
            when,
            on: On::Column("channel".into()),
            of: vec![Test {
                column: "channel".into(),
                is: vec![Scalar::Text("a \"b\"\n\\c = [".into())],
                reason: None,
            }],
            keep: vec![
                Test {
                    column: "own".into(),
                    is: vec![Scalar::Bool(true), Scalar::Bool(false)],
                    reason: Some("not-own".into()),
                },
                Test { column: "rank".into(), is: vec![Scalar::Int(-3)], reason: None },
            ],
        };
        let closed = Opening { counted: Access::Grouped, base: Access::Number, left_out: Access::List };
        let figure = Figure {
            key: "a-key".into(),
            code: "ABCD".into(),
            version: 3,
            shape: Shape::Share,
            measure: Measure::Sum("people".into()),
            once: Some("place".into()),
            unit: "channel".into(),
            counted: vec![part(When::Last("channel".into())), part(When::AtEnd)],
            base: Some(part(When::Overlapping)),
            breakdowns: vec!["region".into(), "gender".into()],
            shown: Shown { floor: Some(50), decimals: 2 },
            opens: Opens { public: Some(closed), members: Some(closed) },
            provisional: Some(Test {
                column: "stage".into(),
                is: vec![Scalar::Text("provisional".into())],
                reason: None,
            }),
            stated: Some("a-key-stated".into()),
            whole: Some("all".into()),
            group: None,
            public: None,
        };
        assert_eq!(toml::from_str::<Figure>(&figure.text()).unwrap(), figure, "{}", figure.text());
    }
}

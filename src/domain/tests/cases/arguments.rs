//! What cargo and nextest say on the command line, as far as it matters here.

/// The arguments of a test binary.
#[derive(Debug, Default)]
pub struct Arguments {
    /// Print the names of the tests and stop.
    pub list: bool,
    ignored: bool,
    exact: bool,
    filters: Vec<String>,
}

impl Arguments {
    /// Reads them; unknown flags are left aside.
    pub fn of(mut words: impl Iterator<Item = String>) -> Self {
        let mut arguments = Self::default();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--list" => arguments.list = true,
                "--ignored" => arguments.ignored = true,
                "--exact" => arguments.exact = true,
                "--format" | "--test-threads" | "--color" | "--skip" => drop(words.next()),
                flag if flag.starts_with("--") => {}
                filter => arguments.filters.push(filter.to_owned()),
            }
        }
        arguments
    }

    /// Whether a test was asked for.
    pub fn selects(&self, name: &str) -> bool {
        let matches =
            |filter: &String| if self.exact { name == filter } else { name.contains(filter.as_str()) };
        self.filters.is_empty() || self.filters.iter().any(matches)
    }

    /// The list of tests, none of which is ignored.
    pub fn print(&self, names: &[&str]) {
        for name in names.iter().filter(|name| !self.ignored && self.selects(name)) {
            println!("{name}: test");
        }
    }
}

//! JSON values whose fields keep their order: the one type that is read from JSON and written to it. Derived
//! shapes would each bring a reader and a writer of their own, a quarter of the whole module.

use std::borrow::Cow;

use crate::format::json;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Flag(bool),
    Number(u64),
    /// A number that no field of ours holds, negative or with a fraction. It is read only to be refused.
    Odd,
    Text(String),
    List(Vec<Value>),
    Object(Object),
}

/// Fields by name, in the order in which they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Object(Vec<(Cow<'static, str>, Value)>);

static NULL: Value = Value::Null;

impl Object {
    /// The same with one more field.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.push(name, value.into());
        self
    }

    /// The same with one more field, where there is a value for it.
    pub fn with_some(self, name: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a field at the end.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: Value) {
        self.0.push((name.into(), value));
    }

    /// Every field, in order.
    pub fn fields(&self) -> impl ExactSizeIterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Every field of this name; a good file has one at most.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Value> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value)
    }
}

impl Value {
    /// The field of this name; null when it is missing.
    pub fn get(&self, name: &str) -> &Self {
        match self {
            Self::Object(object) => object.all(name).next().unwrap_or(&NULL),
            _ => &NULL,
        }
    }

    /// The text in a field.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).as_text()
    }

    /// The number in a field; one that is larger than any offset stays larger than any.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name).as_number()
    }

    /// The yes or no in a field.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name) {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The list in a field.
    pub fn list(&self, name: &str) -> Option<&[Self]> {
        match self.get(name) {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn as_number(&self) -> Option<usize> {
        match self {
            Self::Number(number) => Some(usize::try_from(*number).unwrap_or(usize::MAX)),
            _ => None,
        }
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Compact JSON.
    pub fn compact(&self) -> String {
        let mut out = String::new();
        json::write(&mut out, self, None);
        out
    }

    /// JSON for people, two spaces an indent, with a line break at the end.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        json::write(&mut out, self, Some(0));
        out.push('\n');
        out
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

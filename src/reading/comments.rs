//! Comments in data files: JSON has none, so a field of its own holds them.

use serde_json::Value;

/// The field that holds a comment, in any object of any data file.
pub const COMMENT: &str = "$comment";

/// A value without the comments in it, however deep.
pub fn without_comments(mut value: Value) -> Value {
    strip(&mut value);
    value
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove(COMMENT);
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn comments_are_left_out_at_any_depth() {
        let written = json!({"$comment": "a", "b": [{"$comment": "c", "d": 1}], "e": "$comment"});
        assert_eq!(without_comments(written), json!({"b": [{"d": 1}], "e": "$comment"}));
    }
}

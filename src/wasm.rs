//! The bindings for JavaScript: [`analyze`] and [`compare`], and nothing to free afterwards.
//!
//! The types that JavaScript sees are those of `www/report.d.ts` and `www/comparison.d.ts`. A panic is thrown as an `Error` whose `code` is
//! `PANIC`; the instance must not be used after that.

use crate::compare::{CompareOptions, Mode, compare_with};
use crate::pipeline::{LONGEST_TEXT_UNITS, Options, STAGES, TooLong, analyze_with};
use js_sys::{Error, Function, JsString, RangeError, Reflect, TypeError};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(not(target_feature = "simd128"))]
compile_error!("without -Ctarget-feature=+simd128 the analysis takes five times as long: see .cargo/config.toml");

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../www/report.d.ts");

#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.to_string();
        web_sys::console::error_1(&JsValue::from_str(&message));
        wasm_bindgen::throw_val(with_code(Error::new(&message).into(), "PANIC"));
    }));
}

/// Analyses a text; calls `progress(stage, index, count)` as each stage begins.
///
/// Takes the string as JavaScript has it, so that its length is looked at before it is copied. Each lone surrogate is
/// read as U+FFFD, which is one code unit too: offsets stay those of the string that was given.
#[wasm_bindgen(skip_typescript)]
pub fn analyze(text: &JsString, options: &JsValue, progress: Option<Function>) -> Result<JsValue, JsValue> {
    check_length(text)?;
    let options = read_options(options)?;
    let marks = Marks::new();
    let report = analyze_with(&String::from(text), &options, |stage| {
        marks.begin(STAGES[stage]);
        tell(progress.as_ref(), stage);
    })
    .map_err(too_large)?;
    marks.begin("report");
    let report = report.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    marks.begin("done");
    Ok(report)
}

/// Compares two texts; `progress` as in [`analyze`], for the first text and then for the second.
#[wasm_bindgen(skip_typescript)]
pub fn compare(a: &JsString, b: &JsString, options: &JsValue, progress: Option<Function>) -> Result<JsValue, JsValue> {
    check_length(a)?;
    check_length(b)?;
    let options = read_compare_options(options)?;
    let marks = Marks::new();
    let comparison = compare_with(&String::from(a), &String::from(b), &options, |stage| {
        marks.begin(STAGES[stage]);
        tell(progress.as_ref(), stage);
    })
    .map_err(too_large)?;
    marks.begin("report");
    let comparison = comparison.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    marks.begin("done");
    Ok(comparison)
}

/// Breaks on purpose, by "panic", "trap" or "hang": so that whoever embeds the analyser can see what happens then.
#[wasm_bindgen(skip_typescript)]
pub fn crash(how: &str) {
    match how {
        "trap" => std::process::abort(),
        "hang" => loop {
            std::hint::spin_loop();
        },
        _ => panic!("broken on purpose"),
    }
}

fn check_length(text: &JsString) -> Result<(), JsValue> {
    let units = text.length() as usize;
    if units > LONGEST_TEXT_UNITS { Err(too_large(TooLong { units })) } else { Ok(()) }
}

fn read_compare_options(options: &JsValue) -> Result<CompareOptions, JsValue> {
    let wrong = || TypeError::new("options.mode must be \"source\", \"versions\" or \"outlets\"").into();
    if options.is_undefined() || options.is_null() {
        return Err(wrong());
    }
    let mode = match read_option(options, "mode")?.as_deref() {
        Some("source") => Mode::Source,
        Some("versions") => Mode::Versions,
        Some("outlets") => Mode::Outlets,
        _ => return Err(wrong()),
    };
    let of = |name: &str| read_options(&Reflect::get(options, &name.into())?);
    Ok(CompareOptions { mode, a: of("a")?, b: of("b")? })
}

fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    Ok(Options { published: read_option(options, "published")?, outlet: read_option(options, "outlet")? })
}

fn read_option(options: &JsValue, name: &str) -> Result<Option<String>, JsValue> {
    let value = Reflect::get(options, &name.into())?;
    match value.as_string() {
        None if value.is_undefined() || value.is_null() => Ok(None),
        None => Err(TypeError::new(&format!("options.{name} must be a string")).into()),
        given => Ok(given),
    }
}

fn too_large(error: TooLong) -> JsValue {
    with_code(RangeError::new(&error.to_string()).into(), "TOO_LARGE")
}

/// Errors have a `code` for programs beside their message for people.
fn with_code(error: JsValue, code: &str) -> JsValue {
    // Setting a property of a new Error cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error
}

/// What the callback throws is its own affair: it does not stop the analysis.
fn tell(progress: Option<&Function>, stage: usize) {
    if let Some(progress) = progress {
        let _ = progress.call3(&JsValue::NULL, &STAGES[stage].into(), &stage.into(), &STAGES.len().into());
    }
}

/// Marks on the performance timeline, "onrecord: claims", those of the last analysis only.
struct Marks(Option<web_sys::Performance>);

impl Marks {
    fn new() -> Marks {
        let performance = Reflect::get(&js_sys::global(), &"performance".into()).ok().filter(JsValue::is_object);
        Marks(performance.map(JsCast::unchecked_into))
    }

    fn begin(&self, stage: &str) {
        if let Some(performance) = &self.0 {
            let name = format!("onrecord: {stage}");
            performance.clear_marks_with_mark_name(&name);
            let _ = performance.mark(&name);
        }
    }
}

//! What the fuzzer has found before is not found again.

use onrecord_fuzz::judge::fault_in_two;

#[test]
fn finds() {
    let finds = include_str!("../finds.tsv").lines().filter(|line| !line.starts_with('#'));
    let faults: Vec<(&str, String)> = finds
        .filter_map(|line| {
            let (published, text) = line.split_once('\t').expect("a date or nothing, a tab, a text");
            let fault = fault_in_two(text, Some(published).filter(|p| !p.is_empty()))?;
            Some((text, fault))
        })
        .collect();
    assert_eq!(faults, [], "{faults:#?}");
}

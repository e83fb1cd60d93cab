//! The net as whole numbers, in named sections, as the product reads it.

use super::layout::{Layout, Linear, ROW_STEP, coarse, nearest, weight_step};
use onrecord::tags::net::{ARC, ARC_ONE};

type Sections = Vec<(String, Vec<u8>)>;

/// All sections.
pub fn sections(layout: &Layout, values: &[f32]) -> Sections {
    let mut sections = Sections::new();
    let rows = values[layout.rows.clone()].iter().map(|&v| byte(coarse(v) / ROW_STEP)).collect();
    sections.push(("rows".into(), rows));
    sections.push(("rows.scale".into(), bytes(&[ROW_STEP])));
    for (l, directions) in layout.layers.iter().enumerate() {
        for (d, (matrix, memory)) in directions.iter().enumerate() {
            linear(&mut sections, &format!("layer{l}.{d}"), matrix, values);
            sections.push((format!("layer{l}.{d}.memory"), bytes(&values[memory.clone()])));
        }
    }
    linear(&mut sections, "tags.out", &layout.tags, values);
    linear(&mut sections, "dependents", &layout.dependents, values);
    linear(&mut sections, "heads", &layout.heads, values);
    linear(&mut sections, "label.dependents", &layout.label_dependents, values);
    linear(&mut sections, "label.heads", &layout.label_heads, values);
    linear(&mut sections, "labels", &layout.labels, values);
    let bounded = |v: &f32| v.clamp(-8192.0 / ARC_ONE, 8191.0 / ARC_ONE);
    for (name, range) in [("bias", &layout.bias), ("root", &layout.root)] {
        debug_assert_eq!(range.len(), ARC);
        sections.push((name.into(), bytes(&values[range.clone()].iter().map(bounded).collect::<Vec<f32>>())));
    }
    sections.push(("distances".into(), bytes(&values[layout.distances.clone()])));
    sections.push(("label.places".into(), bytes(&values[layout.places.clone()])));
    sections
}

fn linear(sections: &mut Sections, name: &str, linear: &Linear, values: &[f32]) {
    let (mut weights, mut scales) = (Vec::new(), Vec::new());
    for row in values[linear.weights.clone()].chunks_exact(linear.inputs) {
        let step = weight_step(row);
        weights.extend(row.iter().map(|v| byte(nearest(v / step))));
        scales.push(step);
    }
    sections.push((name.to_owned(), weights));
    sections.push((format!("{name}.scales"), bytes(&scales)));
    sections.push((format!("{name}.added"), bytes(&values[linear.added.clone()])));
}

fn byte(v: f32) -> u8 {
    (v as i8) as u8
}

fn bytes(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|v| v.to_le_bytes()).collect()
}

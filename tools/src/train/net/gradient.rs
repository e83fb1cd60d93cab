//! What the sentences of a step say of each parameter.

use super::kernel::add;
use super::layout::Layout;

/// What a thread gathers from its sentences.
pub struct Gradient {
    /// One number a parameter.
    pub values: Vec<f32>,
    /// The rows that a word asked for.
    pub touched: Vec<usize>,
    is_touched: Vec<bool>,
    width: usize,
    rows_start: usize,
    /// The sum of the losses.
    pub loss: f32,
}

impl Gradient {
    /// Nothing yet.
    pub fn new(layout: &Layout) -> Gradient {
        Gradient {
            values: vec![0.0; layout.size()],
            touched: Vec::new(),
            is_touched: vec![false; layout.rows.len() / layout.widths.row],
            width: layout.widths.row,
            rows_start: layout.rows.start,
            loss: 0.0,
        }
    }

    /// Nothing again.
    pub fn clear(&mut self) {
        for row in std::mem::take(&mut self.touched) {
            self.is_touched[row] = false;
            self.row_mut(row).fill(0.0);
        }
        self.values[..self.rows_start].fill(0.0);
        self.loss = 0.0;
    }

    /// The numbers of a row.
    pub fn row_mut(&mut self, row: usize) -> &mut [f32] {
        &mut self.values[self.rows_start + row * self.width..][..self.width]
    }

    /// Adds to a row.
    pub fn add_row(&mut self, row: usize, d: &[f32]) {
        if !self.is_touched[row] {
            self.is_touched[row] = true;
            self.touched.push(row);
        }
        add(self.row_mut(row), 1.0, d);
    }

    /// Adds all that another thread gathered.
    pub fn add_all(&mut self, other: &Gradient) {
        for &row in &other.touched {
            self.add_row(row, &other.values[self.rows_start + row * self.width..][..self.width]);
        }
        add(&mut self.values[..self.rows_start], 1.0, &other.values[..self.rows_start]);
        self.loss += other.loss;
    }
}

//! Rows for a notebook: one Parquet file a table, from the rows that a run has left.

use super::{Cell, Column, Kind, Row};
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use std::io::{self, BufRead, Write};
use std::sync::Arc;

/// As many rows as are held in memory at once.
const ROWS_A_GROUP: usize = 20_000;

/// Writes all rows (a JSON array a line) of `input` to `output`.
pub fn write(columns: &[Column], input: impl BufRead, output: impl Write + Send) -> io::Result<()> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut file = SerializedFileWriter::new(output, schema(columns).map_err(io::Error::other)?, Arc::new(properties))
        .map_err(io::Error::other)?;
    let mut rows: Vec<Row> = Vec::new();
    for line in input.lines() {
        rows.push(serde_json::from_str(&line?)?);
        if rows.len() == ROWS_A_GROUP {
            write_group(&mut file, columns, &rows).map_err(io::Error::other)?;
            rows.clear();
        }
    }
    if !rows.is_empty() {
        write_group(&mut file, columns, &rows).map_err(io::Error::other)?;
    }
    file.close().map_err(io::Error::other)?;
    Ok(())
}

fn schema(columns: &[Column]) -> Result<TypePtr> {
    let fields: Result<Vec<TypePtr>> = columns.iter().map(|&column| field(column).map(Arc::new)).collect();
    Ok(Arc::new(Type::group_type_builder("row").with_fields(fields?).build()?))
}

fn field((name, kind): Column) -> Result<Type> {
    let (physical, logical) = match kind {
        Kind::Flag => (Physical::BOOLEAN, None),
        Kind::Whole => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

fn write_group<W: Write + Send>(file: &mut SerializedFileWriter<W>, columns: &[Column], rows: &[Row]) -> Result<()> {
    let mut group = file.next_row_group()?;
    for (index, &(_, kind)) in columns.iter().enumerate() {
        let mut column = group.next_column()?.ok_or_else(|| ParquetError::General("a column too many".to_owned()))?;
        let cells = rows.iter().map(|row| row.get(index).unwrap_or(&Cell::Absent));
        write_column(column.untyped(), kind, cells)?;
        column.close()?;
    }
    group.close()?;
    Ok(())
}

fn write_column<'r>(
    writer: &mut ColumnWriter,
    kind: Kind,
    cells: impl Iterator<Item = &'r Cell> + Clone,
) -> Result<()> {
    // Level 1: there is a value; 0: there is none.
    let present: Vec<i16> = cells.clone().map(|cell| i16::from(*cell != Cell::Absent)).collect();
    let levels = Some(present.as_slice());
    let wrong = || ParquetError::General(format!("a column of another kind than {kind:?}"));
    match (kind, writer) {
        (Kind::Flag, ColumnWriter::BoolColumnWriter(writer)) => {
            writer.write_batch(&cells.filter_map(flag).collect::<Vec<_>>(), levels, None)?
        }
        (Kind::Whole, ColumnWriter::Int64ColumnWriter(writer)) => {
            writer.write_batch(&cells.filter_map(whole).collect::<Vec<_>>(), levels, None)?
        }
        (Kind::Number, ColumnWriter::DoubleColumnWriter(writer)) => {
            writer.write_batch(&cells.filter_map(number).collect::<Vec<_>>(), levels, None)?
        }
        (Kind::Text, ColumnWriter::ByteArrayColumnWriter(writer)) => {
            writer.write_batch(&cells.filter_map(text).collect::<Vec<_>>(), levels, None)?
        }
        _ => return Err(wrong()),
    };
    Ok(())
}

fn flag(cell: &Cell) -> Option<bool> {
    if let Cell::Flag(flag) = cell { Some(*flag) } else { None }
}

fn whole(cell: &Cell) -> Option<i64> {
    if let Cell::Whole(number) = cell { Some(*number) } else { None }
}

/// A measured value; JSON writes 1000.0 as 1000, which is read back as whole.
#[allow(clippy::cast_precision_loss)]
fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Whole(number) => Some(*number as f64),
        _ => None,
    }
}

fn text(cell: &Cell) -> Option<ByteArray> {
    if let Cell::Text(text) = cell { Some(ByteArray::from(text.as_str())) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    #[test]
    fn rows_come_back() {
        let columns = [("name", Kind::Text), ("value", Kind::Number), ("start", Kind::Whole), ("sure", Kind::Flag)];
        let mut file = Vec::new();
        let rows = "[\"Ann, \\\"=1\\\"\",1000,7,true]\n[null,0.19,null,false]\n";
        write(&columns, rows.as_bytes(), &mut file).expect("rows of these columns");
        let path = std::env::temp_dir().join(format!("onrecord-rows-{}.parquet", std::process::id()));
        std::fs::write(&path, file).expect("a temporary file");
        let reader = SerializedFileReader::try_from(path.as_path()).expect("a Parquet file");
        let read: Vec<String> =
            reader.get_row_iter(None).expect("rows").map(|row| row.expect("a row").to_string()).collect();
        std::fs::remove_file(&path).expect("it is ours");
        assert_eq!(
            read,
            [
                "{name: \"Ann, \"=1\"\", value: 1000.0, start: 7, sure: true}",
                "{name: null, value: 0.19, start: null, sure: false}"
            ]
        );
    }
}

//! Tables in Markdown, aligned so that they read as text too.

/// The table of these rows, the first of which is the head.
pub(crate) fn markdown(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|row| Some(row.get(column)?.chars().count())).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or_default()).collect();
    let mut table = String::new();
    for (index, row) in rows.iter().enumerate() {
        for (column, width) in widths.iter().enumerate() {
            let cell = row.get(column).map_or("", String::as_str);
            table += &format!("| {cell:<width$} ");
        }
        table += "|\n";
        if index == 0 {
            table += &widths.iter().map(|width| format!("| {} ", "-".repeat(*width))).collect::<String>();
            table += "|\n";
        }
    }
    table
}

//! `Bars`: a bar chart in SVG, one colour a series, its groups below each other.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// Groups of named values.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Bars {
    /// Its file's name.
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) groups: Vec<(String, Vec<(String, f64)>)>,
}

const WIDTH: f64 = 760.0;
const LEFT: f64 = 190.0;
const RIGHT: f64 = 70.0;
const BAR: f64 = 14.0;
const GAP: f64 = 26.0;
/// Dark enough for white pages, light enough for dark ones; ours stands out.
const OURS: &str = "#d9480f";
const OTHERS: &str = "#748ba7";

impl Bars {
    pub(crate) fn svg(&self) -> String {
        let most = self.groups.iter().flat_map(|(_, bars)| bars).map(|(_, value)| *value).fold(0.0, f64::max);
        let scale = if most > 0.0 { (WIDTH - LEFT - RIGHT) / most } else { 0.0 };
        let mut y = 44.0;
        let mut body = String::new();
        for (group, bars) in &self.groups {
            text(&mut body, 10.0, y, "start", "bold", group);
            y += 8.0;
            for (name, value) in bars {
                bar(&mut body, y, name, *value, scale);
                y += BAR + 3.0;
            }
            y += GAP;
        }
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{y}\" viewBox=\"0 0 {WIDTH} {y}\" \
             font-family=\"sans-serif\" font-size=\"12\" fill=\"#808080\">\n"
        );
        text(&mut svg, 10.0, 20.0, "start", "bold", &self.title);
        svg + &body + "</svg>\n"
    }
}

fn bar(svg: &mut String, y: f64, name: &str, value: f64, scale: f64) {
    let colour = if name == crate::servers::OURS { OURS } else { OTHERS };
    let width = value * scale;
    text(svg, LEFT - 8.0, y + BAR - 3.0, "end", "normal", name);
    let _ = writeln!(
        svg,
        "<rect x=\"{LEFT}\" y=\"{y}\" width=\"{width:.1}\" height=\"{BAR}\" fill=\"{colour}\"/>"
    );
    let digits = if value >= 100.0 { 0 } else { 2 };
    text(svg, LEFT + width + 6.0, y + BAR - 3.0, "start", "normal", &format!("{value:.digits$}"));
}

fn text(svg: &mut String, x: f64, y: f64, anchor: &str, weight: &str, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\">{text}</text>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_fills_the_width_and_names_are_escaped() {
        let bars = vec![("fingerpost".to_owned(), 1.0), ("a<b".to_owned(), 2.0)];
        let svg = Bars { name: String::new(), title: "T".into(), groups: vec![("G".into(), bars)] }.svg();
        assert!(svg.contains("width=\"500.0\" height=\"14\" fill=\"#748ba7\""), "{svg}");
        assert!(svg.contains("width=\"250.0\" height=\"14\" fill=\"#d9480f\""), "{svg}");
        assert!(svg.contains("a&lt;b"), "{svg}");
    }
}

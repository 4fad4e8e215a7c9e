//! What of a long list or a large table is drawn so far: it comes in slices, so that the page answers in between.

use std::ops::Range;

use super::grid::NEAR;
use crate::app::route::ClassView;

/// So many sentences of a list are drawn at once.
const ITEMS: usize = 24;
/// So many rows of a table that is drawn whole in the end: a class at once.
const PUPILS: usize = 40;
/// So many rows of a large table are drawn at once.
const ROWS: usize = 8;

/// What is drawn so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// The view that it is drawn in.
    view: Option<ClassView>,
    /// Slices of a list that came after the first.
    slices: usize,
    /// The rows of a large table; where there are none, the first slice.
    rows: Range<usize>,
}

impl Growth {
    /// How many of all items of a list are drawn in a view.
    pub fn items(&self, view: ClassView, all: usize) -> usize {
        let slices = if self.view == Some(view) { self.slices } else { 0 };
        let slice = if view == ClassView::Grid { PUPILS } else { ITEMS };
        all.min(slice * (slices + 1))
    }

    /// Which rows of those near the screen are drawn in the grid.
    pub fn rows(&self, near: &Range<usize>) -> Range<usize> {
        let start = self.rows.start.clamp(near.start, near.end);
        let rows = start..self.rows.end.clamp(start, near.end);
        if self.view != Some(ClassView::Grid) || rows.is_empty() { first(near) } else { rows }
    }

    /// Whether nothing is left to be drawn in a view that has a list of so many items, or these rows near the screen.
    pub fn is_whole(&self, view: ClassView, items: usize, near: Option<&Range<usize>>) -> bool {
        near.map_or_else(|| self.items(view, items) == items, |near| self.rows(near) == *near)
    }

    /// After a further slice.
    pub fn grown(&self, view: ClassView, near: &Range<usize>) -> Self {
        let slices = if self.view == Some(view) { self.slices } else { 0 } + 1;
        let Range { start, end } = self.rows(near);
        let rows = if end < near.end {
            start..near.end.min(end + ROWS)
        } else {
            near.start.max(start.saturating_sub(ROWS))..end
        };
        Self { view: Some(view), slices, rows }
    }

    /// In another view everything begins with its first slice.
    pub fn of(&self, view: ClassView) -> Self {
        if self.view == Some(view) { self.clone() } else { Self { view: Some(view), ..Self::default() } }
    }

    /// The table was sorted, or its columns are others: its rows begin with their first slice.
    pub fn afresh(&self) -> Self {
        Self { rows: 0..0, ..self.clone() }
    }

    /// Other rows are near the screen: those that were drawn and still are stay.
    pub fn moved(&self, near: &Range<usize>) -> Self {
        Self { view: Some(ClassView::Grid), rows: self.rows(near), ..self.clone() }
    }

    /// The row that gets the focus is drawn at once, with those around it.
    pub fn with_row(&self, near: &Range<usize>, row: usize) -> Self {
        let moved = self.moved(near);
        if moved.rows.contains(&row) {
            return moved;
        }
        let start = row.saturating_sub(ROWS / 4).clamp(near.start, near.end);
        Self { rows: start..near.end.min(start + ROWS), ..moved }
    }
}

/// The first slice: the rows at the upper edge of the screen, which stands a quarter below the beginning of what is
/// near it, but at the very top.
fn first(near: &Range<usize>) -> Range<usize> {
    let start = if near.start == 0 { 0 } else { near.start + NEAR / 4 };
    let start = start.min(near.end.saturating_sub(ROWS)).max(near.start);
    start..near.end.min(start + ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: ClassView = ClassView::Grid;

    #[test]
    fn a_list_comes_in_slices_and_begins_again_in_another_view() {
        let mut growth = Growth::default();
        for drawn in [24, 48, 72, 80] {
            assert_eq!(growth.items(ClassView::Article, 80), drawn);
            assert_eq!(growth.is_whole(ClassView::Article, 80, None), drawn == 80);
            growth = growth.grown(ClassView::Article, &(0..0));
        }
        assert_eq!(growth.items(ClassView::Consensus, 80), 24);
        assert_eq!(growth.of(ClassView::Consensus).of(ClassView::Article).items(ClassView::Article, 80), 24);
    }

    #[test]
    fn rows_grow_from_the_screen_until_all_near_it_are_there() {
        let near = 96..144;
        let mut growth = Growth::default().of(GRID);
        assert_eq!(growth.rows(&near), 108..116);
        let mut turns = 0;
        while !growth.is_whole(GRID, 1000, Some(&near)) {
            growth = growth.grown(GRID, &near);
            turns += 1;
        }
        assert_eq!(turns, 6);
        assert_eq!(growth.moved(&(104..152)).rows(&(104..152)), 104..144, "what is still near stays");
        assert_eq!(growth.moved(&(600..648)).rows(&(600..648)), 612..620);
        assert_eq!(growth.afresh().rows(&near), 108..116);
        assert!(growth.with_row(&(600..648), 647).rows(&(600..648)).contains(&647));
        assert_eq!(Growth::default().rows(&(0..48)), 0..8);
    }
}

//! Boxes in the room that is left, one after the other; one that goes on elsewhere
//! says so.

use super::piece::Piece;
use crate::drawing::picture::svg::Picture;

/// Between two boxes.
const GAP: f64 = 7.0;

/// A box in pieces.
#[derive(Clone, Debug)]
pub struct Whole {
    /// Its heading.
    pub head: Piece,
    /// Its heading where it goes on.
    pub again: Piece,
    /// What stands under it.
    pub sections: Vec<Piece>,
}

/// Room for boxes: its left edge, its top and its bottom, in points.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The left edge.
    pub left: f64,
    /// The top.
    pub top: f64,
    /// The bottom.
    pub bottom: f64,
}

/// The rooms of a sheet, filled in their order.
#[derive(Clone, Debug)]
pub struct Filling<'r> {
    rooms: &'r [Room],
    y: f64,
    picture: Picture,
}

impl<'r> Filling<'r> {
    /// Begins with a sheet as it is.
    pub fn new(picture: Picture, rooms: &'r [Room]) -> Self {
        Self { rooms, y: rooms.first().map_or(0.0, |room| room.top), picture }
    }

    /// The sheet as it is now.
    pub fn picture(self) -> Picture {
        self.picture
    }

    /// Puts a box where the last one ended; `None` when there is not room for all of
    /// it.
    pub fn with(&self, whole: &Whole) -> Option<Self> {
        let mut filling = self.clone();
        let mut head = Some(&whole.head);
        for piece in &whole.sections {
            loop {
                let room = filling.rooms.first()?;
                let height = head.map_or(0.0, |head| head.height) + piece.height;
                if filling.y + height <= room.bottom {
                    break;
                }
                filling.rooms = &filling.rooms[1..];
                filling.y = filling.rooms.first()?.top;
                head = head.or(Some(&whole.again));
            }
            for piece in head.take().into_iter().chain([piece]) {
                filling.put(piece);
            }
        }
        filling.y += GAP;
        Some(filling)
    }

    fn put(&mut self, piece: &Piece) {
        if let Some(room) = self.rooms.first() {
            self.picture.place(&piece.picture, (room.left, self.y));
            self.y += piece.height;
        }
    }
}

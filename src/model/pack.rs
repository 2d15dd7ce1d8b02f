//! Bytes for the types of the format: how one value is written, and read back.
//!
//! Every text stands once in a block of its own, apart from what refers to it: like
//! compresses with like. Reading cannot fail half-way: [`super::bundle`] has seen to it
//! that the bytes are those that were written, so a value takes what comes. Decoders
//! that may fail at each field weigh several times as much.

// A number is written from the type that reads it, and cut to its bytes on purpose.
#![allow(clippy::cast_possible_truncation)]

use std::collections::BTreeMap;

/// What is written as bytes.
pub trait Packed: Sized {
    /// Appends this value.
    fn write(&self, to: &mut Writer);
    /// Takes the next value; what is missing reads as nothing.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// Bytes in the making.
#[derive(Default)]
pub struct Writer {
    values: Vec<u8>,
    texts: String,
    places: BTreeMap<String, u32>,
}

impl Writer {
    /// The length of the block of texts, that block, and the values.
    pub fn finish(self) -> Vec<u8> {
        let length = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        [&length.to_le_bytes(), self.texts.as_bytes(), &self.values].concat()
    }

    /// A list: how many, then each.
    pub(super) fn list<T: Packed>(&mut self, items: &[T]) {
        self.number(u32::try_from(items.len()).unwrap_or(u32::MAX));
        for item in items {
            item.write(self);
        }
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.values.push(0x80 | (number & 0x7f) as u8);
            number >>= 7;
        }
        self.values.push(number as u8);
    }

    /// A text by its place in the block, from 1; 0 is the first not yet referred to.
    /// Texts end at U+0000, which none contains: nothing could show it.
    fn text(&mut self, text: &str) {
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let text = text.replace('\0', "");
        if let Some(&place) = self.places.get(&text) {
            return self.number(place + 1);
        }
        self.texts += &text;
        self.texts.push('\0');
        self.places.insert(text, next);
        self.number(0);
    }
}

/// Bytes being read.
pub struct Reader<'a> {
    values: &'a [u8],
    unseen: std::str::SplitTerminator<'a, char>,
    seen: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    /// What [`Writer::finish`] made, if it may be that.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk()?;
        let (texts, values) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let unseen = std::str::from_utf8(texts).ok()?.split_terminator('\0');
        Some(Self { values, unseen, seen: Vec::new() })
    }

    fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.values.split_first() else { return 0 };
        self.values = rest;
        byte
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    fn text(&mut self) -> &'a str {
        match self.number() {
            0 => {
                let text = self.unseen.next().unwrap_or_default();
                self.seen.push(text);
                text
            }
            place => self.seen.get(place as usize - 1).copied().unwrap_or_default(),
        }
    }
}

impl Packed for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.text().to_owned()
    }
}

impl Packed for bool {
    fn write(&self, to: &mut Writer) {
        to.number((*self).into());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.byte() != 0
    }
}

/// Whole numbers that may be negative only just: a byte as it is.
impl Packed for i8 {
    fn write(&self, to: &mut Writer) {
        to.values.push(self.cast_unsigned());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.byte().cast_signed()
    }
}

macro_rules! whole {
    ($($number:ty)*) => {$(
        impl Packed for $number {
            fn write(&self, to: &mut Writer) {
                to.number((*self).into());
            }

            fn read(from: &mut Reader<'_>) -> Self {
                from.number() as Self
            }
        }
    )*};
}

whole!(u8 u16 u32);

/// Five decimals of a degree: about a metre.
const SCALE: f64 = 1e5;

/// A coordinate in degrees, as a whole number of its fifth decimal.
impl Packed for f64 {
    fn write(&self, to: &mut Writer) {
        let scaled = (self * SCALE).round() as i32;
        to.number(((scaled << 1) ^ (scaled >> 31)).cast_unsigned());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let scaled = from.number();
        let scaled = (scaled >> 1).cast_signed() ^ -(scaled & 1).cast_signed();
        Self::from(scaled) / SCALE
    }
}

impl<T: Packed> Packed for [T; 2] {
    fn write(&self, to: &mut Writer) {
        for item in self {
            item.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        [T::read(from), T::read(from)]
    }
}

impl<T: Packed> Packed for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.list(self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let mut list = Self::new();
        for _ in 0..from.number() {
            list.push(T::read(from));
        }
        list
    }
}

impl<T: Packed> Packed for (String, T) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (String::read(from), T::read(from))
    }
}

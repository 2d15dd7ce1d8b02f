//! An accent colour that stays legible.

/// Contrast asked of the accent against the ground it is read on (WCAG 2.2, AA).
const CONTRAST: f64 = 4.5;
/// The grounds of the style sheet, light and dark: `--op-ground`.
const GROUNDS: [Rgb; 2] = [Rgb([0xfb, 0xf8, 0xf3]), Rgb([0x1d, 0x20, 0x21])];

/// An accent colour, one shade for each colour scheme, as `#rrggbb`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Accent {
    /// On the light ground.
    pub light: String,
    /// On the dark ground.
    pub dark: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Rgb([u8; 3]);

impl Accent {
    /// Reads `#rgb` or `#rrggbb`, and darkens or lightens the colour until it can
    /// be read on either ground. `None`: not such a colour.
    pub fn parse(text: &str) -> Option<Self> {
        let colour = Rgb::parse(text)?;
        let [light, dark] = GROUNDS.map(|ground| colour.legible_on(ground).hex());
        Some(Self { light, dark })
    }
}

impl Rgb {
    fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        match digits[..] {
            [_, _, _] => Some(Self([0, 1, 2].map(|at| digits[at] * 17))),
            [_, _, _, _, _, _] => Some(Self([0, 2, 4].map(|at| digits[at] * 16 + digits[at + 1]))),
            _ => None,
        }
    }

    fn hex(self) -> String {
        let Self([r, g, b]) = self;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// The nearest shade of this colour that is legible on a ground.
    fn legible_on(self, ground: Self) -> Self {
        let end = if ground.luminance() > 0.5 { 0 } else { 255 };
        let mut shade = self;
        // Each step goes a sixteenth of the way to black or white.
        for step in 1..=16 {
            if shade.contrast(ground) >= CONTRAST {
                break;
            }
            shade = Self(self.0.map(|c| mix(c, end, step)));
        }
        shade
    }

    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { power_2_4((c + 0.055) / 1.055) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

/// A number between 0.04 and 1 raised to 2.4, which is its fifth root raised to 12.
/// The standard function holds for any exponent, and takes as much code as all the
/// rest of this file.
fn power_2_4(number: f64) -> f64 {
    let mut root = 1.0;
    // Newton's method: twelve rounds are more than these numbers need.
    for _ in 0..12 {
        let fourth = root * root * root * root;
        root -= (root - number / fourth) / 5.0;
    }
    let square = root * root;
    number * number * square
}

/// A channel moved `step` sixteenths of the way to another.
fn mix(from: u8, to: u8, step: u16) -> u8 {
    let mixed = (u16::from(from) * (16 - step) + u16::from(to) * step) / 16;
    u8::try_from(mixed).unwrap_or(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legible_colour_stays_as_it_is() {
        let accent = Accent::parse("#0e5a63").unwrap();
        assert_eq!(accent.light, "#0e5a63");
    }

    #[test]
    fn any_colour_becomes_legible_on_both_grounds() {
        for text in ["#fff", "#000", "#ffff00", "#777777", "#e2001a", "#00a0ff"] {
            let accent = Accent::parse(text).unwrap();
            for (shade, ground) in [accent.light, accent.dark].iter().zip(GROUNDS) {
                let contrast = Rgb::parse(shade).unwrap().contrast(ground);
                assert!(contrast >= CONTRAST, "{text} became {shade}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_power_is_that_of_the_standard_library() {
        for channel in 10..=255_u8 {
            let number = (f64::from(channel) / 255.0 + 0.055) / 1.055;
            assert!((power_2_4(number) - number.powf(2.4)).abs() < 1e-12, "{channel}");
        }
    }

    #[test]
    fn what_is_not_a_colour_is_refused() {
        for text in ["", "red", "#12", "#12345g", "#1234567", "123456"] {
            assert_eq!(Accent::parse(text), None, "{text}");
        }
    }
}

// Bytes, out of the ASCII text that carries them: the most frequent byte
// values are one character each, the others an escape and a second one.
// `order` lists the byte values by rank, in base64. Null when they are not those that
// were encoded: `size` bytes whose FNV-1a hash is `sum`.
function decode(text, order, size, sum) {
  const values = atob(order);
  const places = new Uint8Array(128); // character → its place in the alphabet
  let letters = 0;
  for (let code = 32; code < 127; code++) {
    const letter = String.fromCharCode(code);
    if (letter !== "\\" && letter !== "'" && letter !== "<") places[code] = letters++;
  }
  const bytes = new Uint8Array(size);
  let length = 0;
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length && length < size; i++) {
    const place = places[text.charCodeAt(i)];
    const rank =
      place < ESCAPES
        ? letters - ESCAPES + place * letters + places[text.charCodeAt(++i)]
        : place - ESCAPES;
    const byte = values.charCodeAt(rank);
    bytes[length++] = byte;
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return length === size && hash >>> 0 === sum ? bytes : null;
}

const ESCAPES = 2;

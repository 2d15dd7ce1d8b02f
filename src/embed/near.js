// The name that was probably meant by one that is misspelt; empty where none is near.
function nearest(name, names) {
  const allowed = name.length < 6 ? 1 : 2;
  const near = names.filter(function (known) {
    return name !== known && distance(name, known) <= allowed;
  });
  return near[0] || "";
}

// How many letters one changes, adds or leaves out to make the one of the other.
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, function (_, at) {
    return at;
  });
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
    }
    row = next;
  }
  return row[other.length];
}

// The page's clock begins at a moment that the trial chooses, and goes on from there.
// Inline, before every other script of the page; a later one has the last word.
((moment) => {
  const Own = Date;
  const ahead = moment - Own.now();
  window.Date = class Date extends Own {
    constructor(...given) {
      super(...(given.length ? given : [Own.now() + ahead]));
    }
    static now() {
      return Own.now() + ahead;
    }
  };
})(Date.parse("{{moment}}"));

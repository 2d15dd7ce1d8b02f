// Who withholds, delays or copies a script: consent managers and optimisers, each by the mark
// that it leaves. A tag is its attributes by name.

function has(tag, name) {
  return Object.prototype.hasOwnProperty.call(tag, name);
}

function is(tag, name, pattern) {
  return has(tag, name) && pattern.test(tag[name]);
}

function isPlain(tag) {
  return is(tag, "type", /^text\/(plain|template)$/i);
}

// In this order: the marks of the last ones are also found with the first ones.
const CONSENT = [
  ["Didomi", (tag) => is(tag, "type", /^didomi\//i)],
  ["Borlabs Cookie", (tag) => has(tag, "data-borlabs-cookie-script-blocker-src") || has(tag, "data-borlabs-cookie-script-blocker-id")],
  ["iubenda", (tag) => is(tag, "class", /(^|\s)_iub_cs_activate/)],
  ["OneTrust", (tag) => is(tag, "class", /(^|\s)optanon-category-/)],
  ["tarteaucitron", (tag) => is(tag, "class", /(^|\s)tac_iframe(\s|$)/)],
  ["consentmanager", (tag) => has(tag, "data-cmp-vendor") || is(tag, "class", /(^|\s)cmplazyload(\s|$)/)],
  ["Sirdata", (tag) => has(tag, "data-cmp-src")],
  ["Complianz", (tag) => has(tag, "data-cmplz-src") || has(tag, "data-src-cmplz")],
  ["CookieYes", (tag) => has(tag, "data-cookieyes") || is(tag, "data-cli-class", /^cli-blocker-script$/)],
  ["Usercentrics", (tag) => has(tag, "data-usercentrics")],
  ["Cookiebot", (tag) => has(tag, "data-cookieconsent") && tag["data-cookieconsent"] !== "ignore"],
  ["Osano", (tag) => has(tag, "data-osano") && !/^essential$/i.test(tag["data-osano"])],
  ["Cookie Information", (tag) => has(tag, "data-consent-src") || has(tag, "data-category-consent")],
  ["Orejime", (tag) => is(tag, "type", /^opt-in$/i)],
  ["Klaro", (tag) => isPlain(tag) && has(tag, "data-name")],
  ["Termly", (tag) => isPlain(tag) && has(tag, "data-categories")],
  ["CookieConsent", (tag) => isPlain(tag) && has(tag, "data-category")],
];

const DELAY = [
  ["WP Rocket", (tag) => is(tag, "type", /rocketlazyloadscript/i) || has(tag, "data-rocket-src")],
  ["LiteSpeed Cache", (tag) => is(tag, "type", /^litespeed\//i)],
  ["Perfmatters", (tag) => is(tag, "type", /^pmdelayedscript$/i) || has(tag, "data-pmdelayedscript")],
  ["WP Meteor", (tag) => has(tag, "data-wpmeteor-src") || has(tag, "data-wpmeteor-type")],
  ["Hummingbird", (tag) => is(tag, "type", /^wphb-delay-type$/i)],
  ["Flying Scripts", (tag) => is(tag, "data-type", /^lazy$/i)],
  ["Rocket Loader (Cloudflare)", (tag) => is(tag, "type", /^[0-9a-f]+-(text\/javascript|module)$/i)],
  ["PageSpeed", (tag) => is(tag, "type", /^text\/psajs$/i)],
  ["NitroPack", (tag) => is(tag, "type", /^nitropack\//i)],
];

// Where they keep what they have copied or put together.
const COPIES = [
  ["Autoptimize", /\/cache\/autoptimize\//i],
  ["W3 Total Cache", /\/cache\/minify\/|[?&]w3tc_minify=/i],
  ["WP Rocket", /\/cache\/min\//i],
  ["LiteSpeed Cache", /\/litespeed\/js\//i],
  ["SiteGround Optimizer", /\/siteground-optimizer-assets\//i],
  ["Jetpack Boost", /\/_jb_static\/|\/boost-cache\/static\//i],
  ["Hummingbird", /\/hummingbird-assets\/|\bhb\.wpmucdn\.com\//i],
  ["NitroPack", /\.nitrocdn\.com\//i],
  ["WP-Optimize", /\/cache\/wpo-minify\//i],
  ["WP Fastest Cache", /\/cache\/wpfc-minified\//i],
];

// Managers that insert scripts themselves, by what the page's code calls.
const CALLED = [
  ["tarteaucitron", /\btarteaucitron\b/],
  ["Axeptio", /\b_axcb\b|axeptio/i],
];

function named(table, tag) {
  const found = table.find(function (entry) {
    return entry[1](tag);
  });
  return found ? found[0] : "";
}

// Who holds a tag that the browser does not run, and how.
function holderOf(tag) {
  const delay = named(DELAY, tag);
  if (delay) return { kind: "delayed", name: delay };
  const consent = named(CONSENT, tag) || (is(tag, "type", /^javascript\/blocked$/i) ? "CookieYes" : "");
  return { kind: "held", name: consent || "inconnu" };
}

function copierOf(address) {
  const found = COPIES.find(function (entry) {
    return entry[1].test(address);
  });
  return found ? found[0] : "";
}

function callerOf(code) {
  const found = CALLED.find(function (entry) {
    return entry[1].test(code);
  });
  return found ? found[0] : "";
}

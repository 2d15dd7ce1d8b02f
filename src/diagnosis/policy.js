// What a Content-Security-Policy lets through. Pure: texts in, answers out.

// The directives of a policy; of one that is written twice, browsers take the first.
function directivesOf(text) {
  const all = {};
  text.split(";").forEach(function (part) {
    const words = part.trim().split(/\s+/);
    const name = words.shift().toLowerCase();
    if (name && !(name in all)) all[name] = words;
  });
  return all;
}

// The first of these directives that a policy has: the others then count for nothing.
function ruling(directives, names) {
  return names.find(function (name) {
    return name in directives;
  });
}

const FOR_SCRIPTS = ["script-src-elem", "script-src", "default-src"];
const FOR_WASM = ["script-src", "default-src"];
const FOR_FRAMES = ["frame-src", "child-src", "default-src"];

function allowsWasm(directives) {
  const name = ruling(directives, FOR_WASM);
  return !name || directives[name].includes("'wasm-unsafe-eval'") || directives[name].includes("'unsafe-eval'");
}

// "yes", "no", or "unsure" where one would have to know of which site the page is.
function allowsScript(directives, script, page) {
  const name = ruling(directives, FOR_SCRIPTS);
  if (!name) return "yes";
  const sources = directives[name];
  if (script.nonce && sources.includes("'nonce-" + script.nonce + "'")) return "yes";
  if (script.integrity && sources.includes("'" + script.integrity + "'")) return "yes";
  if (sources.includes("'strict-dynamic'")) return script.inserted ? "yes" : "no";
  return allowsAddress(sources, script.address, page);
}

function allowsFrame(directives, address, page) {
  const name = ruling(directives, FOR_FRAMES);
  return name ? allowsAddress(directives[name], address, page) : "yes";
}

function allowsAddress(sources, address, page) {
  const url = parsedUrl(address, page.address);
  const own = !/^(https?:)?\/\//i.test(address) || Boolean(url && page.origin && url.origin === page.origin);
  if (sources.includes("'self'") && own) return "yes";
  if (own && !page.origin && sources.some(isPlace)) return "unsure";
  const matching = sources.some(function (source) {
    return url && matches(source, url);
  });
  if (matching) return "yes";
  return sources.includes("'self'") && !page.origin ? "unsure" : "no";
}

// Whether a source names a place: the others are words between quotes.
function isPlace(source) {
  return source.charAt(0) !== "'";
}

function parsedUrl(address, base) {
  try {
    return new URL(address, base || "https://page.invalid/");
  } catch (error) {
    return null;
  }
}

// Whether a place, as policies write them, holds an address: scheme, host with or without
// its subdomains, port, and the beginning of a path.
function matches(source, url) {
  if (!isPlace(source)) return false;
  if (source === "*") return /^https?:$/.test(url.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return upgraded(source.toLowerCase(), url.protocol);
  const parts = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source);
  if (!parts) return false;
  if (parts[1] && !upgraded(parts[1].toLowerCase(), url.protocol)) return false;
  return hostMatches(parts[2].toLowerCase(), url.hostname) && portMatches(parts[3], url) && pathMatches(parts[4], url.pathname);
}

// A policy that permits http permits https as well.
function upgraded(wanted, found) {
  return wanted === found || (wanted === "http:" && found === "https:");
}

function hostMatches(wanted, found) {
  return wanted.indexOf("*.") === 0 ? found.endsWith(wanted.slice(1)) : wanted === found;
}

function portMatches(wanted, url) {
  if (wanted === undefined) return url.port === "";
  return wanted === "*" || wanted === (url.port || (url.protocol === "https:" ? "443" : "80"));
}

function pathMatches(wanted, found) {
  if (!wanted) return true;
  return wanted.endsWith("/") ? found.indexOf(wanted) === 0 : found === wanted;
}

// The rules: facts in, findings out. A finding is a key of SENTENCES with its values.

function findingsOf(facts) {
  const frames = facts.frames.length > 0;
  const element = facts.elements.length > 0;
  const all = [].concat(
    element || frames ? [] : absentElement(facts),
    element && !facts.scripts.length ? absentScript(facts) : [],
    !element && !frames && !facts.scripts.length ? absentScript(facts) : [],
    flat(facts.scripts, (script) => scriptFindings(script, facts)),
    facts.scripts.length > 1 ? [{ key: "script-twice", count: facts.scripts.length }] : [],
    element ? wasmFindings(facts) : [],
    flat(facts.elements, elementFindings),
    flat(facts.frames, (frame) => frameFindings(frame, facts)),
    pageFindings(facts),
  );
  return settled(facts, once(all));
}

function flat(list, find) {
  return [].concat.apply([], list.map(find));
}

// The same thing is told once, however many elements have it.
function once(findings) {
  const told = [];
  return findings.filter(function (finding) {
    const text = JSON.stringify(finding);
    return !told.includes(text) && told.push(text);
  });
}

function absentElement(facts) {
  if (facts.shown) return [{ key: facts.shown }];
  return [{ key: facts.removed ? "element-removed" : "element-absent" }];
}

// Without a tag that names it: inserted by other code, put together with others, or taken away.
function absentScript(facts) {
  const caller = facts.callers[0];
  if (caller) return [caller === "inconnu" ? { key: "inserted" } : { key: "held", name: caller }];
  if (facts.copies.length) return [{ key: "combined", name: facts.copies[0] }];
  return facts.shown ? [] : [{ key: "script-absent" }];
}

function scriptFindings(script, facts) {
  const found = [];
  if (script.held) found.push({ key: script.held.kind, name: script.held.name });
  if (script.copied) found.push({ key: script.integrity ? "copied-refused" : "copied", name: script.copied });
  if (!script.held && script.type === "module") found.push({ key: "module" });
  return found.concat(
    addressFindings(script, facts),
    integrityFindings(script, facts),
    fileFindings(script),
    policyFindings(script, facts),
  );
}

function addressFindings(script, facts) {
  const address = script.address;
  const local = /^(https?:)?\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)|^(file:|[a-z]:[\\/])/i;
  if (/^https?:\/\/[^/]*\bexemple\.fr\//i.test(address)) return [{ key: "src-example", address: address }];
  if (local.test(address) && address.indexOf(facts.page.origin || "\n") !== 0) return [{ key: "src-local", address: address }];
  if (/^http:\/\//i.test(address) && !local.test(address)) return [{ key: "src-http", address: address }];
  const relative = !/^([a-z][a-z0-9+.-]*:)?\/\//i.test(address) && address.charAt(0) !== "/";
  return relative && !facts.live ? [{ key: "src-relative", address: address }] : [];
}

function integrityFindings(script, facts) {
  const version = (/orientation-palliative-(\d+\.\d+\.\d+)/i.exec(script.address) || [])[1];
  const elsewhere = isElsewhere(script.address, facts.page);
  if (script.integrity && elsewhere && !script.crossorigin) return [{ key: "crossorigin" }];
  if (version && version !== VERSION) return [{ key: "other-version", found: version }];
  if (script.integrity && version && !KNOWN[script.integrity]) return [{ key: "integrity-unknown" }];
  return [];
}

// On another site, as far as one can tell: without a known page, any whole address may be.
function isElsewhere(address, page) {
  const url = /^(https?:)?\/\//i.test(address) && parsedUrl(address, page.address);
  return Boolean(url) && url.origin !== page.origin;
}

// What fetching the file told, on the page itself.
function fileFindings(script) {
  const file = script.file;
  if (!file) return [];
  if (file.unread) return [{ key: "file-unread" }];
  if (file.unreachable) return [{ key: "file-unreachable", address: script.address }];
  if (file.noCors) return script.crossorigin || script.integrity ? [{ key: "file-cors" }] : [];
  if (file.status !== 200) return [{ key: "file-status", status: file.status, address: script.address }];
  if (/html/i.test(file.type)) return [{ key: "file-html", type: file.type }];
  if (file.nosniff && !/(java|ecma)script/i.test(file.type)) return [{ key: "file-type", type: file.type }];
  return hashFindings(script, file);
}

function hashFindings(script, file) {
  if (script.integrity && file.hash && !script.integrity.split(/\s+/).includes(file.hash)) {
    const hashes = { found: file.hash, wanted: script.integrity };
    return [Object.assign({ key: file.stale ? "file-stale" : "file-refused" }, hashes)];
  }
  if (!file.hash || KNOWN[file.hash]) return [{ key: "file-good", type: file.type, hash: file.hash || "" }];
  const other = file.version && file.version !== VERSION;
  return [other ? { key: "other-version", found: file.version } : { key: "file-altered", found: file.hash }];
}

function policyFindings(script, facts) {
  return flat(facts.policies, function (policy) {
    const allowed = allowsScript(policy.directives, script, facts.page);
    if (allowed === "yes") return [];
    const name = ruling(policy.directives, FOR_SCRIPTS);
    const nonces = policy.directives[name].some((source) => /^'(nonce-|strict-dynamic)/.test(source));
    const values = { from: policy.from, directive: name, source: placeOf(script.address, facts.page) };
    return [Object.assign({ key: allowed === "unsure" ? "csp-unsure" : nonces ? "csp-nonce" : "csp-script" }, values)];
  });
}

// What one writes into a policy for an address.
function placeOf(address, page) {
  const url = /^(https?:)?\/\//i.test(address) && parsedUrl(address, page.address);
  return !url || url.origin === page.origin ? "'self'" : url.origin;
}

function wasmFindings(facts) {
  const needed = !facts.scripts.length || facts.scripts.some((script) => !script.plain);
  const refusing = facts.policies.filter((policy) => !allowsWasm(policy.directives));
  if (!needed) return [];
  if (refusing.length) return refusing.map(wasmRefusal);
  return facts.wasm === "absent" || facts.wasm === "csp" ? [{ key: "wasm-" + facts.wasm }] : [];
}

function wasmRefusal(policy) {
  return { key: "csp-wasm", from: policy.from, directive: ruling(policy.directives, FOR_WASM) };
}

function elementFindings(element) {
  const found = element.problems.slice();
  if (element.empty && element.state !== "ready") found.push({ key: "element-empty" });
  if (element.inside) found.push({ key: "element-inside", name: element.inside });
  // What stands in an element that has not started may be small.
  const hidden = element.hidden && (element.hidden.why !== "size" || element.state === "ready");
  if (hidden) found.push({ key: "hidden-" + element.hidden.why, where: element.hidden.where });
  const failed = ["altered", "start", "stopped"].includes(element.state);
  if (failed) found.push({ key: "state-" + element.state });
  return found;
}

function frameFindings(frame, facts) {
  const found = [];
  if (frame.held) found.push({ key: frame.held.kind, name: frame.held.name });
  const mixed = /^http:\/\//i.test(frame.address) && /^https:/i.test(facts.page.address);
  if (mixed) found.push({ key: "src-http", address: frame.address });
  if (frame.sandbox && !frame.sandbox.includes("allow-scripts")) found.push({ key: "frame-scripts" });
  else if (frame.sandbox && !frame.sandbox.includes("allow-same-origin")) found.push({ key: "frame-rights" });
  facts.policies.forEach(function (policy) {
    if (allowsFrame(policy.directives, frame.address, facts.page) !== "no") return;
    const name = ruling(policy.directives, FOR_FRAMES);
    found.push({ key: "csp-frame", from: policy.from, directive: name, source: placeOf(frame.address, facts.page) });
  });
  if (frame.hidden) found.push({ key: "hidden-" + frame.hidden.why, where: frame.hidden.where });
  if (frame.answers !== true) found.push({ key: frame.answers === false ? "frame-silent" : "frame-there" });
  return found;
}

function pageFindings(facts) {
  const found = [];
  if (facts.selfClosed) found.push({ key: "self-closed" });
  if (facts.shown && (facts.elements.length || facts.frames.length)) found.push({ key: facts.shown });
  if (facts.taken) found.push({ key: "name-taken" });
  if (facts.framed) found.push({ key: "page-framed" });
  if (facts.unread) found.push({ key: "page-unread" });
  return found;
}

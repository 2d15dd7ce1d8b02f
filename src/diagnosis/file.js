// The script's file as the site serves it, and the frames: what they answer.

// Fetched as the page does: by its address, with the copy that the browser may have kept.
async function readFile(script, heard) {
  if (script.held && script.held.kind === "held") return;
  const address = new URL(script.address, document.baseURI).href;
  if (!/^https?:/.test(address)) return;
  const before = heard.length;
  try {
    const file = await fileAt(address, "default");
    const refused = script.integrity && file.hash && !script.integrity.includes(file.hash);
    if (refused) file.stale = script.integrity.includes((await fileAt(address, "reload")).hash || "\n");
    script.file = file;
  } catch (error) {
    await later(50); // a refused request is told after it has failed
    script.file = heard.length > before ? { unread: true } : await reachedBlindly(address);
  }
}

async function fileAt(address, cache) {
  const response = await fetch(address, { cache: cache, credentials: "same-origin" });
  const bytes = await response.arrayBuffer();
  const beginning = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 80));
  const banner = /^\/\*! orientation-palliative (\d+\.\d+\.\d+)/.exec(String.fromCharCode.apply(null, beginning));
  return {
    status: response.status,
    type: response.headers.get("content-type") || "",
    nosniff: /nosniff/i.test(response.headers.get("x-content-type-options") || ""),
    hash: await hashOf(bytes),
    version: banner ? banner[1] : "",
  };
}

// Empty on a page without https, where browsers do not offer it.
async function hashOf(bytes) {
  if (!window.crypto || !crypto.subtle) return "";
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return "sha384-" + btoa(String.fromCharCode.apply(null, digest));
}

// Whether something is there that may not be read from another site.
async function reachedBlindly(address) {
  try {
    await fetch(address, { mode: "no-cors", credentials: "omit" });
    return { noCors: true };
  } catch (error) {
    return { unreachable: true };
  }
}

const ASK = NAME + ":la"; // « là ? », and the answer

// Each frame is asked whether the widget stands there; an older one says nothing. One that the
// page may look into is looked at.
async function askFrames(frames) {
  await Promise.all(frames.filter((frame) => !frame.held).map(async function (frame) {
    for (let tries = 0; tries < 6 && frame.answers !== true; tries++) {
      if (tries) await later(500);
      frame.answers = await answerOf(frame.node);
      if (frame.answers === null) break;
    }
    if (frame.answers === null && standsIn(frame.node)) frame.answers = false;
  }));
}

function answerOf(frame) {
  return new Promise(function (resolve) {
    function heard(event) {
      if (event.source !== frame.contentWindow || !event.data || event.data.type !== ASK) return;
      end(event.data.marche === true);
    }
    function end(answer) {
      removeEventListener("message", heard);
      clearTimeout(timer);
      resolve(answer);
    }
    const timer = setTimeout(end, 1500, null);
    addEventListener("message", heard);
    frame.contentWindow.postMessage({ type: ASK }, "*");
  });
}

// Whether a frame of this site shows a page of ours that holds no widget.
function standsIn(frame) {
  try {
    return Boolean(frame.contentDocument) && !frame.contentWindow.OrientationPalliative;
  } catch (error) {
    return false;
  }
}

// Printing an outcome: its sheet alone, and nothing of the page around it. A copy of
// the sheet stands, for as long as it is printed, in a frame of its own beside the
// widget. The frame has no address: it asks for nothing and adds no step to the
// history; it is filled node by node and styled by a constructed sheet, so that no
// policy of the host is in the way.

// The sheet of paper, and what a page without a type of document does otherwise.
const SHEET = "@page{size:A4;margin:10mm}html,body{margin:0;background:#fff}";

// Prints the sheet of the widget in which `event` happened. Whatever has no sheet, or
// no frame of its own, prints as the page does. `done` is told whether a print began.
function keepPrinted(event, done) {
  const root = event.currentTarget.getRootNode();
  const stands = root.querySelector(".op-paper");
  try {
    if (!stands) printWith(window, done);
    else frameWith(root, done);
  } catch (error) {
    printWith(window, done);
  }
}

function frameWith(root, done) {
  root.querySelectorAll(".op-frame").forEach(function (old) {
    old.remove();
  });
  const frame = node("iframe", { class: "op-frame", "aria-hidden": "true", tabindex: "-1" }, []);
  // Some engines replace a frame's first document just after it has come.
  frame.addEventListener("load", function () {
    try {
      fillSheet(frame, root);
      printWith(frame.contentWindow, done, frame);
    } catch (error) {
      frame.remove();
      printWith(window, done);
    }
  }, { once: true });
  root.appendChild(frame);
}

function fillSheet(frame, root) {
  const page = frame.contentDocument;
  const styles = new frame.contentWindow.CSSStyleSheet();
  styles.replaceSync(STYLES + SHEET);
  page.adoptedStyleSheets = [styles];
  page.documentElement.lang = "fr";
  page.title = document.title;
  const copy = page.createElement("div");
  copy.className = "op";
  root.querySelectorAll(".op-emergency, .op-paper").forEach(function (part) {
    copy.appendChild(page.importNode(part, true));
  });
  page.body.appendChild(copy);
}

// A browser that may not print, as in some frames, says nothing of it: the print just
// never begins.
function printWith(view, done, frame) {
  let begun = false;
  let over = false;
  function end() {
    if (over && frame) frame.remove();
  }
  view.addEventListener("beforeprint", function () {
    begun = true;
  }, { once: true });
  view.addEventListener("afterprint", function () {
    over = true;
    setTimeout(end, 1000);
  }, { once: true });
  view.print();
  setTimeout(function () {
    over = over || !begun;
    end();
    done(begun);
  }, 1000);
}

// Checks the number of a page in the reader's browser. The page works without
// it: then it names the command that checks the same.
"use strict";

const box = document.querySelector("#proof ~ .verify");
if (box && location.protocol.startsWith("http")) offer(box);

function offer(box) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Check this number in your browser";
  const answer = document.createElement("div");
  answer.className = "answer";
  answer.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    button.disabled = true;
    answer.replaceChildren(paragraph("Checking…"));
    let lines, holds = false;
    try {
      lines = await check(box.dataset.root);
      holds = true;
    } catch (problem) {
      lines = [String(problem.message || problem)];
    }
    const verdict = paragraph(holds ? "Verified." : "NOT VERIFIED.");
    verdict.className = holds ? "holds" : "fails";
    answer.replaceChildren(verdict, ...lines.map(paragraph));
    button.disabled = false;
  });
  box.prepend(button, answer);
}

function paragraph(words) {
  const p = document.createElement("p");
  p.textContent = words;
  return p;
}

async function check(root) {
  const verify = await verifier(root);
  const key = await text(root + "key");
  let lines = [], figure = null;
  for (const link of document.querySelectorAll('#proof ~ ul a[href$=".tlog-proof"]')) {
    const result = verify(key, await text(link.getAttribute("href")));
    if (!result.verified) throw new Error(result.sentences.join(" "));
    lines = lines.concat(result.sentences);
    const content = result.body ? JSON.parse(result.body).content : {};
    figure = content.figure || figure; // an edit holds the whole new figure
  }
  if (!figure) throw new Error("What was recorded is withheld, so this page cannot be compared with it.");
  compare(figure);
  return lines.concat("The numbers and the quote on this page are those recorded: “" + figure.quote.exact + "”.");
}

// compare looks whether this page shows what was recorded: it could have been
// changed after the record was signed.
function compare(figure) {
  const shown = document.querySelector("blockquote.quote mark").textContent;
  if (spaced(shown) !== spaced(figure.quote.exact))
    throw new Error("This page quotes “" + shown + "”, and the record says “" + figure.quote.exact + "”.");
  const recorded = new Set(numbers(JSON.stringify(figure)));
  for (const number of numbers(document.querySelector(".figure-words").textContent))
    if (!recorded.has(number)) throw new Error("This page shows " + number + ", and the record says “" + figure.quote.exact + "”.");
}

const spaced = (words) => words.split(/\s+/).join(" ").trim();
const numbers = (words) => words.replace(/(\d)[,\u00a0\u202f](?=\d{3})/g, "$1").match(/\d+(\.\d+)?/g) || [];

async function load(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(address + " cannot be read: the server answers " + response.status + ".");
  return response;
}

const text = async (address) => (await load(address)).text();

let loaded = null;

// verifier starts muster-verify, which is fetched when it is first asked for.
function verifier(root) {
  loaded = loaded || start(root);
  return loaded;
}

async function start(root) {
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = root + "verify/wasm_exec.js";
    script.onload = done;
    script.onerror = () => failed(new Error(script.src + " cannot be read."));
    document.head.append(script);
  });
  let program = await (await load(root + "verify/muster-verify.wasm.gz")).arrayBuffer();
  const [first, second] = new Uint8Array(program);
  if (first === 0x1f && second === 0x8b) // unless the server has unpacked it
    program = await new Response(new Blob([program]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  const go = new Go();
  go.run((await WebAssembly.instantiate(program, go.importObject)).instance);
  return globalThis.musterVerify;
}

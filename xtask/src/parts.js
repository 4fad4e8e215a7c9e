// Loads the parts that the module asks for; each fills its places in the module's memory and function table.
const parts = { @PARTS@ };
const partBytes = @BYTES@;
const partsHere = new Map();

function loadPart(address) {
  if (!partsHere.has(address)) {
    const here = address.endsWith(".css")
      ? loadSheet(address)
      : partBytes(address).then((bytes) => WebAssembly.instantiate(bytes, { __wasm_split: wasm }));
    // What failed is tried again the next time.
    here.catch(() => partsHere.delete(address));
    partsHere.set(address, here);
  }
  return partsHere.get(address);
}

function loadSheet(address) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(address, import.meta.url);
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(`${link.href} could not be loaded`));
    };
    document.head.append(link);
  });
}

const @LOADERS@ = Object.fromEntries(Object.entries(parts).map(([name, addresses]) => [
  "__wasm_split_load_" + name,
  async (callback, data) => {
    let isHere = 1;
    try {
      await Promise.all(addresses.map(loadPart));
    } catch (why) {
      console.warn(`The part ${name} could not be loaded.`, why);
      isHere = 0;
    }
    wasm.__indirect_function_table.get(callback)(data, isHere);
  },
]));

// A program that stops says nothing any more, so the page does.
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, ({ error, reason }) => {
    const isSaid = document.querySelector("#pm-stopped, #pm-cannot-start:not([hidden])");
    if (isSaid || (error ?? reason)?.name !== "RuntimeError") return;
    const state = document.querySelector("[data-save-state]")?.dataset.saveState;
    const isKept = !["failed", "blocked", "gone", "newer"].includes(state);
    const words = document.createElement("p");
    words.id = "pm-stopped";
    words.className = "pm-notice pm-notice--stop";
    words.setAttribute("role", "alert");
    words.textContent = isKept
      ? "Pressmark has stopped. What you marked until now is kept in this browser: load the page again to go on."
      : "Pressmark has stopped. What the page still shows is not saved: copy what you need, then load it again.";
    document.body.prepend(words);
  });
}

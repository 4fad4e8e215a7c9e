// Starts the program from within this file: from disk a page may load nothing else.
function unpacked(text) {
  const packed = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
unpacked(@MODULE@)
  .then((bytes) => WebAssembly.compile(bytes))
  .then((module) => initSync({ module }))
  .catch((why) => {
    document.getElementById("pm-cannot-start")?.removeAttribute("hidden");
    throw why;
  });

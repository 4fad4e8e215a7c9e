// Starts the program from within this file: from disk a page may load nothing else.
function bytesOf(text) {
  // Seven bits a sign. The signs that may not stand in this text share one of two bytes with the next (base122.rs).
  const bytes = new Uint8Array(parseInt(text));
  let at = 0;
  let bits = 0;
  let count = 0;
  const take = (seven) => {
    bits = (bits << 7) | seven;
    count += 7;
    if (count > 7) {
      count -= 8;
      bytes[at++] = bits >> count;
    }
  };
  for (let i = text.indexOf(":") + 1; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign > 127) take([0, 10, 13, 34, 60, 92][(sign >> 7) - 1]);
    take(sign & 127);
  }
  return bytes;
}
function unpacked(text) {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
const modules = [@PARTS@];
unpacked(@MAIN@)
  .then((bytes) => WebAssembly.compile(bytes))
  .then((module) => initSync({ module }))
  .catch((why) => {
    document.getElementById("pm-cannot-start")?.removeAttribute("hidden");
    throw why;
  });

// Starts the program; a file of its own, because the page's policy allows no script in the page.
import init from "./@GLUE@";

init({ module_or_path: new URL("./@MODULE@", import.meta.url) }).catch((why) => {
  document.getElementById("pm-cannot-start")?.removeAttribute("hidden");
  throw why;
});

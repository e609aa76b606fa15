// Live preview: what is typed is printed again after a short pause, without saving.
const form = document.getElementById("paper-form");
const frame = document.getElementById("paper-preview");
if (form && frame) {
  let waiting, running, address;
  const show = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form), signal: running.signal });
      if (!answer.ok) return;
      const fresh = URL.createObjectURL(await answer.blob());
      frame.src = `${fresh}#toolbar=0&navpanes=0&view=FitH`;
      if (address) URL.revokeObjectURL(address);
      address = fresh;
    } catch (stopped) { if (stopped.name !== "AbortError") throw stopped; }
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 600); });
}

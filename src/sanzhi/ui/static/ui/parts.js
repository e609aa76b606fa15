// Small comforts; every page works without them.

// A citation opens the article beside the page.
document.addEventListener("click", async (event) => {
  const cite = event.target.closest("a.cite");
  if (!cite || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const answer = await fetch(cite.href, { headers: { "HX-Request": "true" } });
  if (!answer.ok) { location.href = cite.href; return; }
  let sheet = document.querySelector("dialog.sheet");
  if (!sheet) {
    sheet = document.createElement("dialog");
    sheet.className = "sheet";
    sheet.addEventListener("click", (click) => { if (click.target === sheet) sheet.close(); });
    document.body.append(sheet);
  }
  sheet.innerHTML = (await answer.text()) + '<form method="dialog"><button class="button plain">关闭</button></form>';
  sheet.showModal();
});

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post" && !form.hasAttribute("hx-post")) {
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 5000);
  }
});

// A file that is too large is said while the form still stands.
document.addEventListener("change", (event) => {
  const { files, dataset } = event.target;
  if (!files || !dataset.most) return;
  const isLarge = [...files].some((file) => file.size > Number(dataset.most));
  event.target.setCustomValidity(isLarge ? dataset.tooLarge : "");
  event.target.reportValidity();
});

// On a narrow screen a bar of places shows the one where one is.
for (const here of document.querySelectorAll("nav [aria-current]")) {
  const bar = here.parentElement;
  bar.scrollLeft = here.offsetLeft - bar.offsetLeft - 16;
}

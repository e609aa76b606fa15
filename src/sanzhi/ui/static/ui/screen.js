// A screen in the hall fetches itself anew; while the line is cut it keeps what it shows.
setInterval(async () => {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (answer.ok) location.reload();
  } catch { /* try again in a minute */ }
}, Number(document.body.dataset.refresh) * 1000);

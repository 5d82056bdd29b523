// Runs before the page's own scripts: notes when its sentence and its chart are there, in ms since the navigation.
(() => {
  const seen = { shift: 0 };
  window.firstView = seen;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  observe("largest-contentful-paint", (entry) => {
    seen.largest = entry.startTime;
  });
  const wanted = {
    sentence: () => [...document.querySelectorAll(HEADLINE)].some((one) => one.innerText.trim() && one.checkVisibility()),
    chart: () => document.querySelector(".js-plotly-plot .main-svg .scatterlayer .trace, .js-plotly-plot .main-svg .bars"),
  };
  const look = () => {
    for (const [name, there] of Object.entries(wanted)) {
      // A frame's callbacks run before it is painted: the next task comes after.
      if (!(name in seen) && there()) {
        seen[name] = Infinity;
        setTimeout(() => (seen[name] = performance.now()));
      }
    }
    if (!(seen.sentence < Infinity && seen.chart < Infinity)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();

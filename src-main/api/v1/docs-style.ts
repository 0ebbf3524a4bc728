/** The reference's look: the interface's own colours, in light and dark. */
export const docsStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #16171a); --surface: light-dark(#ffffff, #1d1f23); --line: light-dark(#e8e4dc, #2d3036);
  --ink: light-dark(#211e19, #ecebe8); --ink-2: light-dark(#5a544a, #b3b1ac); --accent: light-dark(#2a4a94, #a3bafa);
  --brass: light-dark(#b87d12, #e7b252);
  --get: light-dark(#1a5e31, #86d7a0); --post: light-dark(#27468e, #a8bffb); --put: light-dark(#784b00, #f0c46c);
  --patch: light-dark(#5c389c, #cbb3f8); --delete: light-dark(#a0231b, #ffa69d);
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 0.875rem/1.55 system-ui, 'Segoe UI', Cantarell, 'Noto Sans', sans-serif; display: grid; grid-template-columns: 13rem minmax(0, 1fr); }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line); }
nav h2 { text-transform: none; margin: 0 0 0.5rem; font-size: 0.75rem; color: var(--ink-2); font-weight: 600; }
nav ul { list-style: none; margin: 0 0 1.5rem; padding: 0; } nav li { padding: 0.125rem 0; text-transform: capitalize; }
nav .models li { text-transform: none; }
main { max-width: 60rem; padding: 2rem 2.5rem 6rem; }
h1 { font-size: 1.75rem; margin: 0; letter-spacing: -0.01em; } h1 small { font-size: 0.875rem; color: var(--ink-2); font-weight: 400; }
h1 + p { border-left: 3px solid var(--brass); padding-left: 1rem; color: var(--ink-2); max-width: 46rem; }
h2 { font-size: 1.125rem; margin: 2.5rem 0 0.75rem; } section[id] h2 { text-transform: capitalize; } .model > h3 { margin: 1.5rem 0 0.5rem; }
details { background: var(--surface); border: 1px solid var(--line); border-radius: 0.625rem; margin: 0.5rem 0; }
summary { cursor: pointer; padding: 0.625rem 0.875rem; display: grid; grid-template-columns: 4.25rem minmax(9rem, auto) 1fr; gap: 0.75rem; align-items: baseline; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary code { font-weight: 600; overflow-wrap: anywhere; } summary span { color: var(--ink-2); }
.verb { font: 600 0.75rem var(--mono); color: var(--verb); } .get { --verb: var(--get); } .post { --verb: var(--post); }
.put { --verb: var(--put); } .patch { --verb: var(--patch); } .delete { --verb: var(--delete); }
.body { border-top: 1px solid var(--line); padding: 0.25rem 1rem 1rem; } .body h4 { margin: 1rem 0 0.375rem; font-size: 0.8125rem; }
code, pre, .kind { font-family: var(--mono); font-size: 0.8125rem; }
pre { background: var(--paper); border: 1px solid var(--line); border-radius: 0.375rem; padding: 0.75rem; overflow: auto; margin: 0; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.25rem 1rem; margin: 0.25rem 0; }
dt b { color: var(--brass); margin-left: 0.125rem; } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; } .kind { color: var(--ink-2); }
dd dl { border-left: 1px solid var(--line); padding-left: 0.875rem; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; } main { padding: 1rem; } summary { grid-template-columns: 4.25rem 1fr; } summary span { grid-column: 1 / -1; } dl { grid-template-columns: 1fr; } }
`

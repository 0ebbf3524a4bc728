/** A page that shows all pictures of a run: a line for each room, a column for each look. */
export const contactSheet = (
  rooms: readonly string[],
  looks: readonly string[],
  has: (file: string) => boolean,
): string => {
  const cell = (look: string, room: string): string => {
    const file = `${look}/${room}.png`
    return has(file)
      ? `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${room}, ${look}"></a></td>`
      : '<td></td>'
  }
  const lines = rooms.map((room) => `<tr><th>${room}</th>${looks.map((look) => cell(look, room)).join('')}</tr>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Posthorn: every screen</title>
<style>
  :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
  th { position: sticky; inset: 0 auto auto 0; padding: 8px; background: Canvas; text-align: start; z-index: 1 }
  thead th { z-index: 2 }
  td { vertical-align: top; padding: 4px }
  img { width: 340px; border: 1px solid GrayText }
</style>
<table>
<thead><tr><th></th>${looks.map((look) => `<th>${look}</th>`).join('')}</tr></thead>
${lines.join('\n')}
</table>
</html>
`
}

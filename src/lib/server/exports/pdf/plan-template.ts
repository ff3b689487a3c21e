import { PALETTE } from '../content/document-palette.ts';

/**
 * The Typst template of the plan. It draws {@link TypstContent} and nothing else: people's words reach it
 * as data in `sys.inputs`, never as markup. It is a string so that the built server, the tests and plain
 * Node load it alike.
 */
export const PLAN_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.content))
#let c = json(bytes(sys.inputs.colours)).pairs().map(((k, v)) => (k, rgb(v))).to-dict()
#let page-dir = if d.rtl { rtl } else { ltr }
#let start-side = if d.rtl { right } else { left }
#let end-side = if d.rtl { left } else { right }
#let side = (start: start-side, figure: right, centre: center)

// A line of text: a string follows the page, a pair has a direction of its own.
#let say(line) = if type(line) == str { line } else {
  text(dir: if line.rtl { rtl } else { ltr }, line.text)
}
#let lines(items) = stack(spacing: .62em, ..items.map(say))

#set document(title: d.title, author: d.authors, description: d.description)
#set text(font: d.fonts, size: d.size * 1pt, lang: d.lang, region: "MA", dir: page-dir, fill: c.ink, fallback: false)
#set par(leading: d.leading * 1em, spacing: 1em)
#set align(start-side)

#let foot = {
  set text(size: .75em, fill: c.muted)
  line(length: 100%, stroke: .5pt + c.line)
  v(-.4em)
  grid(
    columns: (1fr, auto), column-gutter: 1.5em,
    align: (start-side, end-side),
    {
      say(d.bodies)
      if d.watermark != none { linebreak(); text(weight: "bold", d.watermark) }
    },
    context {
      let now = str(counter(page).get().first())
      let all = str(counter(page).final().first())
      d.page.at(0) + now + d.page.at(1) + all + d.page.at(2)
    },
  )
}

#set page(
  paper: "a4",
  margin: (x: 2cm, top: 1.8cm, bottom: 2.2cm),
  footer: foot,
  footer-descent: 25%,
)

#show heading: set block(sticky: true)
#show heading: set par(leading: d.leading * .8em)
#show heading.where(level: 1): set text(size: 2em, fill: c.primary)
#show heading.where(level: 1): set block(below: .9em)
#show heading.where(level: 2): set text(size: 1.35em)
#show heading.where(level: 2): set block(above: 1.5em, below: .8em)
#show heading.where(level: 3): set text(size: 1.6em)
#show heading.where(level: 3): set block(above: .5em, below: .6em)

#let notice(body, at: start-side) = block(
  width: 100%, fill: c.warmSoft, inset: (x: 12pt, y: 9pt),
  stroke: if d.rtl { (right: 3pt + c.warm) } else { (left: 3pt + c.warm) },
  align(at, body),
)

// Cells
// Tables and grids mirror their sides themselves, so the left is where the language begins.
#let missing-stroke = (left: 2.5pt + c.warm)
#let value(content, bold: false) = {
  let body = lines(content.lines)
  if bold or content.at("strong", default: false) { text(weight: "bold", body) } else { body }
}

#let columns-table(t) = {
  set text(size: .92em)
  set par(leading: d.leading * .75em)
  let n = t.columns.len()
  let cells = ()
  for row in t.rows {
    if row.kind == "group" {
      cells.push(table.cell(colspan: n, fill: c.primarySoft, value(row.cells.first(), bold: true)))
    } else {
      let total = row.kind == "total"
      let stroke = if total { (top: 1pt + c.ink, bottom: 1pt + c.ink) } else { (bottom: .5pt + c.line) }
      for (index, cell) in row.cells.enumerate() {
        let lacking = cell.at("missing", default: false)
        cells.push(table.cell(
          breakable: false,
          stroke: if lacking { stroke + missing-stroke } else { stroke },
          fill: if lacking { c.warmSoft },
          value(cell, bold: total),
        ))
      }
    }
  }
  table(
    columns: t.columns.map(column => column.share * 1fr),
    align: (x, y) => if y == 0 { bottom } else { top } + side.at(t.columns.at(x).align),
    inset: (x: 5pt, y: 5pt),
    stroke: none,
    table.header(..t.columns.map(column => table.cell(
      stroke: (bottom: 1pt + c.ink),
      text(weight: "bold", size: .92em, fill: c.muted, say(column.head)),
    ))),
    ..cells,
  )
}

#let fields-grid(fields) = {
  set text(size: .95em)
  set par(leading: d.leading * .75em)
  grid(
    columns: (24%, 1fr),
    inset: (x: 6pt, y: 7pt),
    align: top + start-side,
    ..fields.map(field => {
      let lacking = field.value.at("missing", default: false)
      let stroke = (bottom: .5pt + c.line)
      (
        grid.cell(stroke: stroke, text(fill: c.muted, say(field.label))),
        grid.cell(
          stroke: if lacking { stroke + missing-stroke } else { stroke },
          fill: if lacking { c.warmSoft },
          value(field.value),
        ),
      )
    }).flatten(),
  )
}

#let figures-grid(figures) = grid(
  columns: (1fr, 1fr, 1fr), column-gutter: 14pt, row-gutter: 14pt,
  align: start-side,
  ..figures.map(figure => block(
    width: 100%, inset: (top: 9pt, bottom: 4pt), stroke: (top: 1.5pt + c.primary),
    {
      text(size: 2em, weight: "bold", fill: c.primary, say(figure.value))
      v(-.6em)
      text(size: .92em, fill: c.muted, say(figure.label))
    },
  )),
)

#let bars(ready, of) = pdf.artifact(grid(
  columns: (1fr,) * of, column-gutter: 3pt,
  ..range(of).map(index => rect(
    width: 100%, height: 5pt, stroke: none,
    fill: if index < ready { c.primary } else { c.warm },
  )),
))

#show heading.where(level: 4): set text(size: 1.1em)
#show heading.where(level: 4): set block(above: 1.6em, below: .55em)
#let part(title) = heading(level: 4, outlined: false, bookmarked: false, say(title))

#let sheet(s) = {
  text(size: .92em, fill: c.muted, say(s.place))
  heading(level: 3, { text(fill: c.primary, s.code); [ ]; h(.3em); say(s.title) })
  line(length: 100%, stroke: 1.5pt + c.ink)
  v(-.3em)
  for chip in s.chips {
    box(
      fill: if chip.warm { c.warmSoft } else { c.primarySoft },
      inset: (x: 8pt, y: 0pt), outset: (y: 4pt), radius: 9pt,
      text(size: .88em, weight: "bold", say(chip.text)),
    )
    h(5pt)
  }
  v(.1em)
  bars(s.readiness.ready, s.readiness.of)
  v(-.5em)
  fields-grid((s.readiness-field,) + s.fields)
  for p in s.parts {
    part(p.title)
    if "table" in p.content { columns-table(p.content.table) } else { text(fill: c.muted, say(p.content.text)) }
  }
  part(s.provenance.title)
  if s.provenance.fields.len() > 0 { fields-grid(s.provenance.fields) } else { text(fill: c.muted, say(s.provenance.none)) }
}

// Cover
#let star = tiling(
  size: (44pt, 44pt),
  image(bytes(sys.inputs.star), format: "svg", width: 44pt),
)
#page(
  margin: (x: 2.4cm, top: 2.4cm, bottom: 1.8cm),
  footer: none,
  background: {
    rect(width: 100%, height: 100%, fill: c.paper)
    place(top, rect(width: 100%, height: 100%, fill: star))
    place(top, rect(width: 100%, height: 9pt, fill: c.primary))
    place(center + horizon, rect(width: 88%, height: 60%, fill: gradient.radial(c.paper, c.paper, c.paper.transparentize(100%))))
  },
  {
    let cover = d.cover
    set align(center)
    text(size: 1.35em, weight: "bold", say(cover.kingdom))
    if cover.region != "" { linebreak(); text(size: 1.15em, say(cover.region)) }
    v(1em)
    let rows = cover.organisers.chunks(3)
    for row in rows {
      grid(
        columns: (1fr,) * row.len(), column-gutter: 1.5em, align: center + horizon,
        ..row.map(organiser => if organiser.logo == none { [] } else {
          image(organiser.logo, alt: organiser.alt, height: 54pt, width: 110pt, fit: "contain")
        }),
      )
      v(-.4em)
      grid(
        columns: (1fr,) * row.len(), column-gutter: 1.5em, align: center + top,
        ..row.map(organiser => {
          text(weight: "bold", size: .95em, say(organiser.name))
          linebreak()
          text(size: .88em, fill: c.muted, say(organiser.role))
        }),
      )
      v(.6em)
    }
    v(1fr)
    line(length: 64pt, stroke: 3pt + c.primary)
    v(.6em)
    block(width: 100%, {
      set par(leading: d.leading * .75em)
      text(size: 2.7em, weight: "bold", say(cover.title))
    })
    v(1.2em)
    line(length: 64pt, stroke: 3pt + c.primary)
    v(1.6em)
    text(size: 1.3em, weight: "bold", say(cover.workshop))
    if cover.programme != "" { parbreak(); text(fill: c.muted, say(cover.programme)) }
    v(1.2em)
    if cover.venue != "" { text(size: 1.1em, say(cover.venue)); linebreak() }
    text(size: 1.1em, say(cover.date))
    v(1fr)
    text(size: 1.2em, weight: "bold", say(cover.version))
    linebreak()
    text(fill: c.muted, say(cover.version-date))
    if cover.warning != none { v(.4em); notice(at: center, say(cover.warning)) }
    if d.watermark != none {
      v(.4em)
      block(width: 100%, fill: c.warm, inset: 8pt, text(weight: "bold", d.watermark))
    }
  },
)

// Contents
#text(size: 2em, weight: "bold", fill: c.primary, say(d.contents-title))
#v(.4em)
#show outline.entry.where(level: 1): set text(weight: "bold")
#show outline.entry.where(level: 1): set block(above: .95em)
#show outline.entry.where(level: 2): set block(above: .7em)
#show outline.entry.where(level: 3): set text(fill: c.muted, size: .94em)
#show outline.entry.where(level: 3): set block(above: .55em)
#outline(title: none, depth: 3, indent: 1.2em)

#let draw(blocks) = for (index, b) in blocks.enumerate() {
  if b.kind == "heading" { heading(level: b.level, say(b.text)) }
  else if b.kind == "paragraph" {
    if b.tone == "warning" { notice(say(b.text)) }
    else if b.tone == "muted" { text(fill: c.muted, say(b.text)); parbreak() }
    else { text(size: 1.12em, say(b.text)); parbreak() }
  }
  else if b.kind == "figures" { v(.2em); figures-grid(b.figures); v(.4em) }
  else if b.kind == "table" { columns-table(b.table) }
  else if b.kind == "sheet" {
    if index > 0 and blocks.at(index - 1).kind == "sheet" { pagebreak() }
    sheet(b.sheet)
  }
}

#for section in d.sections {
  if section.landscape {
    page(flipped: true, draw(section.blocks))
  } else {
    pagebreak(weak: true)
    draw(section.blocks)
  }
}
`;

/** The eight-pointed star and cross of the cover, in thin lines of ink at 6 %. */
export const STAR_TILE = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 60 60"><path d="M60 30L51.21 38.79L51.21 51.21L38.79 51.21L30 60L21.21 51.21L8.79 51.21L8.79 38.79L0 30L8.79 21.21L8.79 8.79L21.21 8.79L30 0L38.79 8.79L51.21 8.79L51.21 21.21ZM44.41 35.97L38.44 38.44L35.97 44.41L30 41.94L24.03 44.41L21.56 38.44L15.59 35.97L18.06 30L15.59 24.03L21.56 21.56L24.03 15.59L30 18.06L35.97 15.59L38.44 21.56L44.41 24.03L41.94 30Z" fill="none" stroke="#${PALETTE.ink}" stroke-opacity="0.1" stroke-width="1.1"/></svg>`;

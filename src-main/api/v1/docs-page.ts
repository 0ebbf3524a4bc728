import { html, raw } from 'hono/html'
import { docsStyle } from './docs-style.ts'
import { type Html, kindOf, schemaTree } from './docs-schema.ts'
import type { OpenApi } from './open-api.ts'
import type { Operation, Parameter } from './operation.ts'
import type { Schema } from './schemas.ts'

/** The reference as one page that needs no script and nothing from elsewhere, made from the OpenAPI document. */
export const docsPage = ({ info, tags, paths, components }: OpenApi): Html => {
  const operations = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
  )
  const models = Object.entries(components.schemas)
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${info.title} HTTP API</title>
      <style>
        ${raw(docsStyle)}
      </style>
      <body>
        <nav aria-label="Contents">
          <h2>What can be asked</h2>
          <ul>
            ${tags.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}
          </ul>
          <h2>What is told</h2>
          <ul class="models">
            ${models.map(([name]) => html`<li><a href="#model-${name}">${name}</a></li>`)}
          </ul>
        </nav>
        <main>
          <h1>${info.title} <small>${info.version}</small></h1>
          <p>${info.description} The same as a file for programs: <a href="/v1/openapi.json">openapi.json</a>.</p>
          ${tags.map(
            ({ name }) =>
              html`<section id="${name}">
                <h2>${name}</h2>
                ${operations
                  .filter(({ operation }) => operation.tags.includes(name))
                  .map(({ path, verb, operation }) => operationEntry(path, verb, operation))}
              </section>`,
          )}
          <section>
            <h2>What is told</h2>
            ${models.map(([name, schema]) => modelEntry(name, schema))}
          </section>
        </main>
      </body>
    </html>`
}

const operationEntry = (path: string, verb: string, operation: Operation): Html =>
  html`<details id="${operation.operationId}">
    <summary>
      <b class="verb ${verb}">${verb.toUpperCase()}</b><code>/v1${path}</code><span>${operation.summary}</span>
    </summary>
    <div class="body">
      ${parametersOf(operation.parameters)} ${bodyOf(operation)}
      <h4>Answer</h4>
      ${Object.entries(operation.responses)
        .filter(([status]) => status.startsWith('2'))
        .map(([status, response]) => answerOf(status, response))}
      <h4>Try it</h4>
      <pre>${example(path, verb, operation)}</pre>
    </div>
  </details>`

const parametersOf = (parameters: readonly Parameter[]): Html =>
  parameters.length === 0
    ? html``
    : html`<h4>Parameters</h4>
        <dl>
          ${parameters.map(
            ({ name, in: place, required, schema, description }) =>
              html`<dt><code>${name}</code>${required ? html`<b title="required">*</b>` : ''}</dt>
                <dd><span class="kind">${place}: ${kindOf(schema)}</span> ${description ?? ''}</dd>`,
          )}
        </dl>`

const bodyOf = ({ requestBody }: Operation): Html => {
  const [body] = Object.values(requestBody?.content ?? {})
  return body
    ? html`<h4>Body</h4>
        <span class="kind">${kindOf(body.schema)}</span>${schemaTree(body.schema)}`
    : html``
}

const answerOf = (status: string, response: Schema): Html => {
  const [content] = Object.values((response['content'] ?? {}) as Record<string, { schema: Schema }>)
  const schema = content?.schema ?? {}
  return html`<p>${status} <span class="kind">${kindOf(schema)}</span></p>
    ${schemaTree(schema)}`
}

const modelEntry = (name: string, schema: Schema): Html =>
  html`<article class="model" id="model-${name}">
    <h3>${name}</h3>
    <span class="kind">${kindOf(schema)}</span>${schemaTree(schema)}
  </article>`

const example = (path: string, verb: string, { requestBody }: Operation): string =>
  [
    `curl ${verb === 'get' ? '' : `-X ${verb.toUpperCase()} `}"$POSTHORN/v1${path}"`,
    `  -H "Authorization: Bearer $KEY"`,
    ...(requestBody ? [`  -H "Content-Type: application/json"`, `  -d '{ ... }'`] : []),
  ].join(' \\\n')

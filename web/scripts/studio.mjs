// Updates the studio while the user chooses: requests the page for the current choices, shows its number, and updates
// the URL. Without this script the button does the same.

const form = document.getElementById('studio-form')
const WAIT = { input: 350, change: 30 }
let timer
let asking

/** The form's fields without what is typed in them. If they differ, the fields are replaced. */
const shape = of => [...of.querySelectorAll('select, input, button, legend, option, .hint, .error')]
  .map(one => (one.name ? `${one.type} ${one.name} ${one.type === 'checkbox' ? one.value : ''}` : one.textContent)).join('\n')

async function show(submitter) {
  clearTimeout(timer)
  asking?.abort()
  asking = new AbortController()
  const choices = new URLSearchParams(new FormData(form))
  if (submitter?.name) choices.append(submitter.name, submitter.value)
  const result = document.getElementById('studio-result')
  result.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(`${form.action}?${choices}`, { signal: asking.signal, headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (!page.getElementById('studio-result')) {
      // a refusal of all choices is a page of its own
      if (answer.status < 500) location.assign(`${form.action}?${choices}`)
      return
    }
    put(page)
  } catch (error) {
    if (error.name !== 'AbortError') form.classList.remove('scripted')
  } finally {
    document.getElementById('studio-result').removeAttribute('aria-busy')
  }
}

function put(page) {
  const [old, fresh] = [document, page].map(one => one.getElementById('studio-result'))
  const open = new Map([...old.querySelectorAll('details[id]')].map(one => [one.id, one.open]))
  for (const one of fresh.querySelectorAll('details[id]')) one.open = open.get(one.id) ?? one.open
  // the live region must stay the same element, or screen readers do not announce it
  const number = old.querySelector('#studio-number')
  const said = fresh.querySelector('#studio-number')
  if (number.innerHTML !== said.innerHTML) number.innerHTML = said.innerHTML
  said.replaceWith(number)
  old.replaceWith(fresh)
  const fields = page.getElementById('studio-form')
  if (shape(fields) !== shape(form)) fieldsAnew(fields)
  history.replaceState(null, '', fresh.dataset.address)
  // links to other languages keep the choices
  for (const link of page.querySelectorAll('.languages a')) {
    const here = document.querySelector(`.languages a[hreflang="${link.hreflang}"]`)
    if (here) here.href = link.href
  }
}

/** Replaces the fields and keeps the focus. */
function fieldsAnew(fields) {
  const focused = document.activeElement
  const at = form.contains(focused) ? { id: focused.id, name: focused.name, start: focused.selectionStart, end: focused.selectionEnd } : null
  const scrolled = scrollY
  form.replaceChildren(...fields.childNodes)
  if (at) {
    const again = (at.id && document.getElementById(at.id)) || (at.name && form.elements.namedItem(at.name))
    again?.focus?.({ preventScroll: true })
    try { if (at.start != null) again?.setSelectionRange?.(at.start, at.end) } catch { /* a field without a cursor */ }
  }
  scrollTo({ top: scrolled, behavior: 'instant' })
}

if (form) {
  form.classList.add('scripted')
  form.addEventListener('input', event => {
    clearTimeout(timer)
    const typed = event.target.matches('input[type=text], input[type=date]')
    // a name is looked up when it is complete: on leaving the field, or on Enter
    if (typed && event.target.hasAttribute('list')) return
    timer = setTimeout(show, typed ? WAIT.input : WAIT.change)
  })
  form.addEventListener('change', event => {
    if (event.target.hasAttribute('list')) show()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    show(event.submitter)
  })
}

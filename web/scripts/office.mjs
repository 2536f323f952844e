// Helps in the office: offers records while their names are typed, and Ctrl K goes to the search. Without this script the
// same is typed whole.

const WAIT = 150
const named = document.body.dataset.named
let timer
let asking

/** The list that belongs to a field. */
function listOf(field) {
  let list = document.getElementById(`${field.id}-offered`)
  if (!list) {
    list = document.createElement('datalist')
    list.id = `${field.id}-offered`
    field.after(list)
    field.setAttribute('list', list.id)
  }
  return list
}

async function offer(field) {
  asking?.abort()
  asking = new AbortController()
  const query = new URLSearchParams({ q: field.value, kind: field.dataset.finds })
  try {
    const answer = await fetch(`${named}?${query}`, { signal: asking.signal })
    if (!answer.ok) return
    const found = await answer.json()
    listOf(field).replaceChildren(...found.map(([name, place]) => {
      const option = new Option('', name)
      option.dataset.place = place
      return option
    }))
  } catch (error) {
    if (error.name !== 'AbortError') field.removeAttribute('list')
  }
}

/** The record whose name stands in a field, where it was chosen from the list. */
const chosen = field => [...(field.list?.options ?? [])].find(one => one.value === field.value)

for (const field of document.querySelectorAll('input[data-finds]')) {
  field.addEventListener('input', () => {
    clearTimeout(timer)
    const one = chosen(field)
    if (one && 'opens' in field.dataset) location.assign(one.dataset.place)
    else if (!one && field.value.trim()) timer = setTimeout(offer, WAIT, field)
  })
}

// What is typed in a form is kept as a draft, a moment after the last letter and when the page is left.
const PAUSE = 1500

for (const form of document.querySelectorAll('form[data-drafts]')) {
  const said = form.querySelector('[data-kept]')
  let pause
  let isSent = false
  let onItsWay
  const typed = () => {
    const all = new URLSearchParams(new FormData(form))
    // another tab is nothing typed
    for (const tab of form.querySelectorAll('.tab input')) all.delete(tab.name)
    all.set('draft', 'keep')
    return all
  }
  let kept = typed().toString()
  const keep = async (keepalive = false) => {
    clearTimeout(pause)
    const now = typed()
    if (isSent || now.toString() === kept) return
    try {
      onItsWay?.abort()
      onItsWay = new AbortController()
      const { signal } = onItsWay
      const answer = await fetch(form.action, { method: 'POST', body: now, headers: { accept: 'application/json' }, keepalive, signal })
      if (!answer.ok) return
      kept = now.toString()
      said.textContent = said.dataset.kept
    } catch {
      // the line is lost: it is tried again with the next letter, or when the line is back
    }
  }
  form.addEventListener('input', () => {
    said.textContent = ''
    clearTimeout(pause)
    pause = setTimeout(keep, PAUSE)
  })
  form.addEventListener('submit', () => {
    clearTimeout(pause)
    isSent = true
    onItsWay?.abort()
  })
  addEventListener('pagehide', () => keep(true))
  addEventListener('pageshow', () => { isSent = false })
  addEventListener('online', () => keep())
}

// All rows of a page are ticked together.
for (const all of document.querySelectorAll('th[data-ticks]')) {
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', ariaLabel: all.textContent.trim() })
  const rows = [...all.closest('table').querySelectorAll('td.tick input')]
  box.addEventListener('change', () => rows.forEach(row => { row.checked = box.checked }))
  all.replaceChildren(box)
}

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    const find = document.getElementById('find')
    find.focus()
    find.select()
  }
})

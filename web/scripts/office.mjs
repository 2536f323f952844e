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

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    const find = document.getElementById('find')
    find.focus()
    find.select()
  }
})

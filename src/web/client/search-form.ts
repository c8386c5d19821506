/** Keeps empty fields out of the address when a search form is sent. */

for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData])
      if (typeof value === 'string' && value.trim() === '') formData.delete(name)
  })
}

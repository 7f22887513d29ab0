/** Entry of the imports page. */

import { mount } from 'svelte'
import { Api } from './api'
import { clearedPlace, readConfig, type ImportConfig } from './config'
import ImportsPage from './ImportsPage.svelte'
import { Imports } from './imports.svelte'

const config = readConfig<ImportConfig>()
const imports = new Imports(new Api(config.form_token))
// Somebody may have been faster than this script.
const typed = document.querySelector<HTMLTextAreaElement>('[name="addresses"]')?.value ?? ''
mount(ImportsPage, { target: clearedPlace(), props: { imports, config, typed } })

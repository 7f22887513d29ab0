/** Entry of the library's page. */

import { mount } from 'svelte'
import { Api } from './api'
import { clearedPlace, readConfig, type LibraryConfig } from './config'
import FolderTree from './FolderTree.svelte'
import LibraryPage from './LibraryPage.svelte'
import { Library } from './library.svelte'

const config = readConfig<LibraryConfig>()
const api = new Api(config.form_token)
const library = new Library(api, config)
mount(LibraryPage, { target: clearedPlace(), props: { library, api, config } })
const beside = document.querySelector('[data-folders]')
if (beside) mount(FolderTree, { target: beside, props: { library } })

/** Entry of the upload page. */

import { mount } from 'svelte'
import { Api } from './api'
import { clearedPlace, readConfig, type UploadConfig } from './config'
import UploadPage from './UploadPage.svelte'
import { Uploads } from './uploads.svelte'

const config = readConfig<UploadConfig>()
const uploads = new Uploads(new Api(config.form_token), config)
mount(UploadPage, { target: clearedPlace(), props: { uploads, config } })

import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type UserConfig } from 'vite'

// The build is committed, so that nobody needs Node to install the product. Names carry no
// hash: the server mounts the whole folder under one, and a rebuild stays a small diff.
const outDir = '../src/vitascope/web/static'

const pages: UserConfig = {
  base: './',
  // For svelte-check, which looks here.
  plugins: [svelte()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // A font inside the style sheet would be fetched by readers of every script.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        watch: 'src/player/watch.ts',
        captcha: 'src/captcha/captcha.ts',
        captcha_worker: 'src/captcha/worker.ts',
        vsrc_mount: 'src/vsrc_mount.ts',
        site: 'src/styles/site.css',
        page: 'src/styles/page.css',
        account: 'src/styles/account.css',
        studio: 'src/styles/studio.css',
        library: 'src/styles/library.css',
        admin: 'src/styles/admin.css',
        admin_encodings: 'src/admin_encodings.ts',
        admin_statistics: 'src/admin_statistics.ts',
        settings_webhook: 'src/settings_webhook.ts',
        charts: 'src/styles/charts.css',
        embed: 'src/styles/embed.css',
        player: 'src/styles/player.css',
      },
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunk/[name].js',
        assetFileNames: 'asset/[name][extname]',
      },
    },
  },
}

// By themselves: what they share with the player would be files of their own for its readers.
const studio: UserConfig = {
  base: './',
  plugins: [svelte()],
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        studio_upload: 'src/studio/upload_entry.ts',
        studio_imports: 'src/studio/imports_entry.ts',
        studio_library: 'src/studio/library_entry.ts',
        preset_preview: 'src/preset_preview.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'studio/[name].js',
        codeSplitting: { groups: [{ name: 'svelte', test: /node_modules\/(svelte|esm-env|clsx)\// }] },
      },
    },
  },
}

// A classic script for other people's pages: it must run without type="module".
const vsrc: UserConfig = {
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2020',
    lib: { entry: 'src/vsrc.ts', formats: ['iife'], name: '_vsrc', fileName: () => 'vsrc-player.js' },
  },
}

const modes: Record<string, UserConfig> = { studio, vsrc }

export default defineConfig(({ mode }) => modes[mode] ?? pages)

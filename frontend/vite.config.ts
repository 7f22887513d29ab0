import { defineConfig, type UserConfig } from 'vite'

// The build is committed, so that nobody needs Node to install the product. Names carry no
// hash: the server mounts the whole folder under one, and a rebuild stays a small diff.
const outDir = '../src/vitascope/web/static'

const pages: UserConfig = {
  base: './',
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
        vsrc_mount: 'src/vsrc_mount.ts',
        site: 'src/styles/site.css',
        page: 'src/styles/page.css',
        account: 'src/styles/account.css',
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

// A classic script for other people's pages: it must run without type="module".
const vsrc: UserConfig = {
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2020',
    lib: { entry: 'src/vsrc.ts', formats: ['iife'], name: '_vsrc', fileName: () => 'vsrc-player.js' },
  },
}

export default defineConfig(({ mode }) => (mode === 'vsrc' ? vsrc : pages))

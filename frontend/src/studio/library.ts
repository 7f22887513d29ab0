/** Folders and videos as the server tells of them, and the address of what is shown. */

export const LIBRARY = '/studio/library'
export const API = '/studio/api/library'

export interface Folder {
  id: number
  parent_id: number | null
  name: string
}

export interface Tag {
  id: number
  name: string
  color: string
}

/** How far the making of a video is. */
export interface Work {
  state: 'waiting' | 'making' | 'watchable' | 'ready' | 'incomplete' | 'failed' | 'live' | 'ended'
  percent: number | null
  resolution: number | null
  reason: string | null
  is_open: boolean
  can_retry: boolean
}

export interface Row {
  id: number
  title: string
  path: string
  embed_path: string
  poster: string | null
  duration_s: number | null
  privacy: string
  size_bytes: number | null
  views: number
  created_at: string
  folder_id: number | null
  tags: Tag[]
  work: Work
}

/** One page of the list; `total` is null when nobody asked to count. */
export interface Listed {
  folders: Folder[]
  videos: Row[]
  total: number | null
}

export interface Overview {
  folders: Folder[]
  tags: Tag[]
  used_bytes: number
  quota_bytes: number | null
}

export interface Contents {
  folders: number
  videos: number
}

/** What is looked at. Whoever searches or filters looks through all folders. */
export interface Wish {
  folder: number | null
  search: string
  tag: string
  status: string
  sort: string
  page: number
}

export const USUAL_SORT = 'newest'

export function readWish(query: string): Wish {
  const given = new URLSearchParams(query)
  return {
    folder: Number(given.get('folder')) || null,
    search: given.get('search') ?? '',
    tag: given.get('tag') ?? '',
    status: given.get('status') ?? '',
    sort: given.get('sort') || USUAL_SORT,
    page: Math.max(1, Number(given.get('page')) || 1),
  }
}

/** What stands behind the question mark; empty for the usual view of the top. */
export function queryOf(wish: Wish): string {
  const values = {
    folder: wish.folder,
    search: wish.search,
    tag: wish.tag,
    status: wish.status,
    sort: wish.sort === USUAL_SORT ? '' : wish.sort,
    page: wish.page > 1 ? wish.page : '',
  }
  const said = Object.entries(values).filter(([, value]) => value)
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}

export function addressOf(wish: Wish): string {
  const query = queryOf(wish)
  return query ? `${LIBRARY}?${query}` : LIBRARY
}

export function isEverywhere(wish: Wish): boolean {
  return Boolean(wish.search || wish.tag || wish.status)
}

/** The folders from the top down to that one; empty at the top. */
export function pathTo(folders: Folder[], id: number | null): Folder[] {
  const known = new Map(folders.map((folder) => [folder.id, folder]))
  const path: Folder[] = []
  let at = id === null ? undefined : known.get(id)
  while (at) {
    path.unshift(at)
    at = at.parent_id === null ? undefined : known.get(at.parent_id)
  }
  return path
}

export interface Branch {
  folder: Folder
  depth: number
  within: Branch[]
}

/** The folders as they lie in each other, each level by name. */
export function treeOf(folders: Folder[]): Branch[] {
  const children = new Map<number | null, Folder[]>()
  for (const folder of folders) {
    const beside = children.get(folder.parent_id)
    if (beside) beside.push(folder)
    else children.set(folder.parent_id, [folder])
  }
  const grown = (parent: number | null, depth: number): Branch[] =>
    (children.get(parent) ?? []).map((folder) => ({
      folder,
      depth,
      within: grown(folder.id, depth + 1),
    }))
  return grown(null, 0)
}

/** All branches in the order in which a page shows them, but those of `without` and below. */
export function flat(branches: Branch[], without: Set<number> = new Set()): Branch[] {
  return branches
    .filter(({ folder }) => !without.has(folder.id))
    .flatMap((branch) => [branch, ...flat(branch.within, without)])
}

/** The user's own subjects that a statement belongs to. */
import type { Deps } from './ports.ts'

export async function subjectsOfStatement(
  { store, subjects = [] }: Pick<Deps, 'store' | 'subjects'>,
  id: string,
): Promise<string[]> {
  if (subjects.length === 0) return []
  const answers = await store.answers(
    id,
    subjects.map(({ query }) => query),
  )
  return subjects.filter((_, index) => answers[index]).map(({ name }) => name)
}

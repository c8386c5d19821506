/** The part of the package jsonld, which has no types of its own, that tests use. */
declare module 'jsonld' {
  interface Options {
    readonly documentLoader?: (url: string) => unknown
    /** Throws where a term would be dropped. */
    readonly safe?: boolean
  }
  const jsonld: {
    expand(document: unknown, options?: Options): Promise<Record<string, unknown>[]>
    toRDF(document: unknown, options?: Options): Promise<{ readonly predicate: { readonly value: string } }[]>
  }
  export default jsonld
}

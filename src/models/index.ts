/** Public face of the models: what loads them. */
export { loadAttributionNetwork, loadWordNetwork, modelsFolder } from './load-networks.ts'

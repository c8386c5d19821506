/** Public face of the models: what loads them. */
export { loadNetwork, modelsFolder } from './load-network.ts'

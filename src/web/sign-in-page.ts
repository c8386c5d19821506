/** The page on which a browser shows its token, and on which it signs out. */
import { html } from './html.ts'
import { page } from './layout.ts'

export interface SignInView {
  /** Where to go on afterwards, a path of this server. */
  readonly to: string
  /** Who is signed in; `owner` on a server without tokens, null for nobody. */
  readonly role: 'reader' | 'editor' | 'owner' | null
  /** Why the last try failed. */
  readonly problem: string | null
}

export const signInPage = ({ to, role, problem }: SignInView): string =>
  page({
    title: role === null ? 'Sign in' : 'Signed in',
    section: null,
    twin: null,
    modules: [],
    body: html`<section class="sign-in">
${role === null ? signIn(to, problem) : signedIn(role)}
</section>`,
  })

const signIn = (to: string, problem: string | null) => html`<h1 class="headline">Sign in</h1>
<p class="lead">This record is open to those who have its token. Whoever runs the server has it.</p>
${problem !== null && html`<p class="problem" role="alert" id="sign-in-problem">${problem}</p>`}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${to}">
<p class="field"><label for="token">Token</label>
<input id="token" name="token" type="password" required autocomplete="current-password"${problem !== null && html` aria-invalid="true" aria-describedby="sign-in-problem"`}></p>
<p><button type="submit">Sign in</button></p>
</form>
<p class="quiet">A cookie keeps you signed in for 12 hours in this browser, and nothing else is kept of you. Programs send it as <code>Authorization: Bearer TOKEN</code>.</p>`

const signedIn = (role: 'reader' | 'editor' | 'owner') =>
  role === 'owner'
    ? html`<h1 class="headline">No need to sign in</h1>
<p class="lead">This server answers to this machine alone and has no tokens: whoever uses the machine may read and add.</p>
<p><a href="/">To the statements</a></p>`
    : html`<h1 class="headline">You are signed in</h1>
<p class="lead">As ${role === 'editor' ? 'an editor: you may read and add' : 'a reader: you may read everything here, and add nothing'}.</p>
<form method="post" action="/sign-out"><p><button type="submit">Sign out</button></p></form>
<p><a href="/">To the statements</a></p>`

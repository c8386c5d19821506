/** English forms whose endings do not tell the word they belong to, and nouns made from verbs. */

const entries = (rows: string): (readonly [string, string])[] =>
  rows
    .trim()
    .split(/\s+/)
    .flatMap((row) => {
      const [lemma, forms] = row.split(':')
      return forms!.split(',').map((form) => [form, lemma!] as const)
    })

/** lemma:form,form. Forms that are as often another word ("found", "saw", "left", "rose") stand under the verb that news uses. */
const VERBS = `
arise:arose,arisen awake:awoke,awoken be:is,are,was,were,been,being,am,'re,'m bear:bore,borne beat:beaten become:became begin:began,begun
bend:bent bind:bound bite:bit,bitten bleed:bled blow:blew,blown break:broke,broken breed:bred bring:brought build:built burn:burnt
buy:bought catch:caught choose:chose,chosen cling:clung come:came creep:crept deal:dealt die:dying,died,dies dig:dug do:did,done,does,doing draw:drew,drawn
drink:drank,drunk drive:drove,driven eat:ate,eaten fall:fell,fallen feed:fed feel:felt fight:fought find:found flee:fled fly:flew,flown,flies
forbid:forbade,forbidden foresee:foresaw,foreseen forget:forgot,forgotten forgive:forgave,forgiven freeze:froze,frozen get:got,gotten
give:gave,given go:went,gone,goes grow:grew,grown hang:hung have:has,had,having,'ve hear:heard hide:hid,hidden hold:held keep:kept
know:knew,known lay:laid lead:led leave:left lend:lent lie:lay,lain,lying light:lit lose:lost make:made mean:meant meet:met
mislead:misled mistake:mistook,mistaken overcome:overcame overthrow:overthrew,overthrown pay:paid prove:proven ride:rode,ridden
ring:rang,rung rise:rose,risen run:ran say:said,says see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken shine:shone shoot:shot
show:shown shrink:shrank,shrunk sing:sang,sung sink:sank,sunk sit:sat sleep:slept slide:slid speak:spoke,spoken spend:spent
stand:stood steal:stole,stolen stick:stuck strike:struck,stricken swear:swore,sworn sweep:swept swim:swam,swum swing:swung take:took,taken
teach:taught tear:tore,torn tell:told think:thought throw:threw,thrown undergo:underwent,undergone understand:understood
undertake:undertook,undertaken uphold:upheld wake:woke,woken wear:wore,worn win:won withdraw:withdrew,withdrawn withhold:withheld
withstand:withstood write:wrote,written quit:quitting tie:tying,tied
`

const NOUNS = `
man:men woman:women child:children person:people foot:feet tooth:teeth mouse:mice life:lives wife:wives knife:knives half:halves
leaf:leaves thief:thieves loaf:loaves crisis:crises analysis:analyses basis:bases criterion:criteria phenomenon:phenomena datum:data
serviceman:servicemen servicewoman:servicewomen spokesman:spokesmen policeman:policemen fireman:firemen gunman:gunmen lawmaker:lawmakers
fisherman:fishermen businessman:businessmen congressman:congressmen
`

/** Nouns of doing, and adjectives, beside the word that they are made from. */
const DERIVED = `
deliver:delivery,deliveries approve:approval withdraw:withdrawal destroy:destruction deploy:deployment redeploy:redeployment agree:agreement
refuse:refusal deny:denial propose:proposal arrive:arrival remove:removal renew:renewal reject:rejection elect:election,electoral
decide:decision intend:intention,intent intervene:intervention invade:invasion,invader annex:annexation occupy:occupation,occupier
negotiate:negotiation,negotiator cooperate:cooperation,co-operation escalate:escalation participate:participation,participant
involve:involvement commit:commitment announce:announcement require:requirement assess:assessment invest:investment,investor
assist:assistance resist:resistance guarantee:guaranty assure:assurance accept:acceptance appear:appearance exist:existence
depend:dependence,dependent prepare:preparation explain:explanation declare:declaration confirm:confirmation
condemn:condemnation accuse:accusation allege:allegation provoke:provocation,provocative violate:violation liberate:liberation
mobilise:mobilisation mobilize:mobilization evacuate:evacuation produce:production,producer construct:construction reduce:reduction
introduce:introduction expand:expansion extend:extension suspend:suspension conclude:conclusion discuss:discussion
permit:permission admit:admission transmit:transmission oppose:opposition suppose:supposition impose:imposition
resign:resignation nominate:nomination explode:explosion,explosive collide:collision divide:division
grow:growth lose:loss,losses choose:choice sell:sale,sales succeed:success,successful fail:failure close:closure
speak:speech fly:flight think:thinking die:death,deaths,dead injure:injury,injuries able:ability
threaten:threat,threats warn:warning,warnings meet:meeting,meetings train:training bomb:bombing,bombings,bombardment
shell:shelling  legitimate:legitimacy secure:security safe:safety free:freedom
strong:strength long:length poor:poverty probable:probability possible:possibility certain:certainty
respond:response,responses investigate:investigation,investigator arrest:arrests kidnap:kidnapping,kidnapper
migrate:migration protect:protection,protective defend:defence,defense,defensive,defender attack:attacker
advise:advice recognise:recognition,recognize,recognized visit:visitor inspect:inspection,inspector
contribute:contribution support:supporter,supportive solve:solution pollute:pollution
murder:murderer kill:killer,killing,killings employ:employment govern:governance 
lead:leadership own:owner,ownership organise:organiser,organizer,organize vaccinate:vaccination,vaccine infect:infection
isolate:isolation legalise:legalisation,legalization,legalize compensate:compensation appoint:appointment pay:payment,payments
treat:treatment retreat:retreats disappear:disappearance
`

/** Folded form → lemma. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ...entries(DERIVED),
  ...entries(NOUNS),
  ...entries(VERBS),
])

/** Concepts of diplomacy, government, elections and migration. */

/** name|forms, `!` before one that is something else|example|not */
export const POLITICS_CONCEPTS = `
peace deal|peace deal, peace agreement, peace accord, peace treaty, peace settlement, peace plan, peace proposal, political settlement, diplomatic settlement, peaceful settlement|A peace deal is near|The property settlement was signed
peace talks|peace talk, peace dialogue, peace negotiation, peace process, peace conference, peace summit, peace initiative|Peace talks begin in May|The talk of the town
peace|peace, !peace of mind|Peace must be just|Peace of mind matters
negotiations|negotiation, talk, bargaining, round of talk, !talk show, !talk of the town, !small talk|The negotiations stalled|A talk show host resigned
sanctions|sanction, economic sanction, sanctions package, asset freeze, travel ban, embargo, arms embargo, sanction package, oil embargo|New sanctions were agreed|The sanctuary was full
frozen assets|frozen asset, seized asset, confiscated asset, immobilized asset|The frozen assets earn interest|Frozen peas earn little
diplomacy|diplomacy, diplomatic effort, diplomatic solution, diplomatic channel, diplomatic step|Diplomacy needs time|The diploma needs a stamp
diplomats|diplomat, ambassador, envoy, attache, !brand ambassador|The ambassador was called back|A brand ambassador was hired
embassy|embassy, consulate, diplomatic mission, chancery|The embassy was closed|The embers were cold
bilateral relations|bilateral relation, diplomatic relation, diplomatic tie, relations with, bilateral tie, foreign relation|Diplomatic relations were cut|Public relations were cut
foreign policy|foreign policy, foreign affair|Foreign policy will not change|The insurance policy will not change
treaty|treaty, pact, convention, accord, !party convention|The treaty was signed|The party convention was loud
agreement|agreement, deal, memorandum, framework agreement, !great deal, !good deal of|The agreement was signed|He lost a great deal
summit|summit, summit meeting, leaders meeting, !summit of the mountain|The summit opens on Friday|The summit of the mountain was white
visit|state visit, official visit, visit, !visitor|The visit was put off|The visitor was put off
permission|permission, approval, green light, consent, authorization, !approval rating|Permission was given|His approval rating fell
ultimatum|ultimatum, red line, !red line train|The ultimatum ran out|The red line train ran late
grain deal|grain deal, grain agreement, grain initiative, grain corridor, grain export deal|The grain deal ended|The grain of the wood is fine
international law|international law, law of war, humanitarian law, law of the sea|International law was broken|The law firm was sold
alliance membership|membership, accession, candidate status, membership bid, enlargement, !gym membership|Membership will take years|His gym membership ran out
nato expansion|nato expansion, nato enlargement, eastward expansion, nato membership|NATO expansion was the reason|The expansion of the metal was small
elections|election, vote, ballot, poll, general election, presidential election, parliamentary election, local election, runoff, polling station, primary election, !opinion poll, !vote of confidence|The elections were free|The opinion poll was wrong
election fraud|election fraud, vote rigging, electoral fraud, ballot stuffing, rigged election, voter fraud|There was no election fraud|Bank fraud was found
election campaign|election campaign, campaign trail, campaign rally, presidential campaign, campaign finance, presidential candidacy, presidential bid|The election campaign begins|The ad campaign begins
candidates|candidate, nominee, running mate, contender, frontrunner|The candidates met|The candied fruit met its buyers
voters|voter, electorate, turnout, voter turnout|Voters stayed at home|The votive candle burned
opinion polls|opinion poll, survey, polling, approval rating, pollster|The opinion poll was wrong|The surveyor was wrong
referendum|referendum, plebiscite, popular vote|The referendum is in June|The referee was in June's team
government|government, cabinet, administration, ruling coalition, coalition government, !kitchen cabinet, !administration of drug|The government fell|The kitchen cabinet fell
coalition|coalition, coalition talk, coalition partner, coalition agreement|The coalition broke|The coal was wet
opposition|opposition, opposition party, opposition leader, dissident|The opposition left the chamber|The opposite side was dark
parliament|parliament, house of commons, lower house, upper house, legislature|Parliament sits today|The parlour is shut today
lawmakers|lawmaker, legislator, member of parliament, congressman, congresswoman, senator, mp, deputy|Lawmakers left the hall|The senate left the law unmade
vote of confidence|vote of confidence, no confidence vote, confidence vote, vote of no confidence|He lost the vote of confidence|He lost confidence
bill|bill, draft law, legislation, law, statute, legislative package, !electricity bill, !law firm, !phone bill, !gas bill, !energy bill, !international law, !law enforcement, !heating bill, !law and order, !martial law, !water bill|The bill passed|The electricity bill came
constitution|constitution, constitutional amendment, constitutional change, basic law|The constitution was changed|The constituency was changed
veto|veto, veto power, veto right|The veto stood|The vet was kind
decree|decree, executive order, presidential decree|The decree was signed|The degree was earned
impeachment|impeachment, impeachment inquiry, impeachment trial, removal from office|Impeachment failed|The peach was ripe
resignation|resignation, early retirement from office, stepping down|His resignation was accepted|The signature was accepted
appointment|appointment, nomination, confirmation hearing, !doctor's appointment|The nomination stands|The nominal rate stands
reshuffle|reshuffle, cabinet reshuffle, government reshuffle|A reshuffle is due|The shuffle of the cards is due
martial law|martial law, state of emergency, emergency rule, emergency law, curfew|Martial law was lifted|Martial arts were taught
democracy|democracy, democratic institution, rule of law, democratic value|Democracy is at stake|Demography is at stake
human rights|human right, civil liberty, fundamental freedom, right abuse, civil right, human rights violation, rights violation|Human rights were ignored|The right human for the job
press freedom|press freedom, freedom of the press, media freedom, freedom of speech, free speech, censorship|Press freedom suffers|The press was free of charge to hire
disinformation|disinformation, propaganda, misinformation, fake news, fabrication, foreign interference, election interference|It was disinformation|Information was scarce
provocation|provocation, false flag, false flag operation|This was a provocation|The provost was away
political prisoners|political prisoner, prisoner of conscience, jailed activist, jailed opposition leader|Political prisoners were freed|The prisoner worked in the politician's garden
protests|protest, demonstration, protester, demonstrator, rally, street protest, unrest, riot, !share rally, !market rally|The protests grew|The market rally went on
censure|rebuke, censure, condemnation, reprimand|The censure was rare|The censor was rare
corruption|corruption, bribery, bribe, graft, embezzlement, kickback, money laundering, !skin graft|Corruption must end|A skin graft was made
lobbying|lobbying, lobbyist, special interest, conflict of interest|Lobbying was banned|The hotel lobby was shut
public funding|public funding, public money, taxpayer money, state funding, subsidy, government grant|Public money was wasted|The pub was funded by him
local government|local government, city council, town council, local authority, municipality, mayor, local council, county council, council|The city council voted|The counsel voted
devolution|devolution, autonomy, self government, home rule, special status|Autonomy was promised|The automat was promised
separatism|separatism, secession, independence movement, independence referendum|Secession was voted down|Succession was voted on
reunification|reunification, unification, one china policy|Reunification is inevitable|The uniform is inevitable
migration|migration, immigration, migrant, immigrant, asylum seeker, illegal immigration, migrant worker, migration policy, immigration policy, !bird migration|Migration fell|Bird migration fell
refugees|refugee, displaced person, displaced people, internally displaced person, exile, displacement|Refugees came by sea|Refuge was sought
asylum|asylum, political asylum, asylum claim, asylum application, asylum law|Asylum was granted|The assay was granted
deportation|deportation, expulsion, deportee, deportation flight|Deportations rose|The department rose
visas|visa, visa ban, residence permit, work permit, entry permit, visa regime|Visas were stopped|The visage was pale
citizenship|citizenship, naturalization, passport, dual citizenship|Citizenship was granted|The citizen was granted a loan
espionage charge|spy charge, spying charge, espionage charge, treason|The treason trial began|The reason was given
colonialism|colonialism, colonial rule, colonial past, reparation|Colonialism left scars|The colony of bees left
history|historical memory, revisionism, falsification of history|The falsification of history must stop|History was his best class
world order|world order, multipolar world, unipolar world, global order, rules based order, multipolarity|A multipolar world emerges|The order of the words matters
hegemony|hegemony, global dominance, supremacy, imperialism|Its hegemony is ending|The hedge is ending
proxy war|proxy war, proxy conflict, hybrid war, cold war|This is a proxy war|The proxy server failed
direct confrontation|direct confrontation, direct conflict, direct involvement, direct clash, confrontation, direct participation|Nobody wants a direct confrontation|The direct train left
unity|unity, national unity, solidarity, cohesion|Unity matters most|The unit matters most
reform|reform, overhaul, restructuring, pension reform, judicial reform|The reform was voted|The platform was built
transparency|transparency, accountability, oversight|Transparency is lacking|Transparent glass is lacking
gun violence|gun violence, armed violence|Gun violence kills|Gum disease kills
gun control|gun control, gun law, firearm law, assault weapon, gun ownership|Gun control was voted down|Gum control was voted down
abortion|abortion, abortion ban, abortion right, reproductive right|Abortion stays legal|The flight was aborted
same-sex marriage|same sex marriage, gay marriage, marriage equality, gay right|Same-sex marriage was made law|The marriage took place
women's rights|womens right, women's right, gender equality, gender gap, women's rights|Gender equality is far off|The equal sign was wrong
racism|racism, racial discrimination, discrimination, antisemitism, xenophobia, hate speech, hate crime, islamophobia|Racism has no place|The race has no winner
religion|religion, religious freedom, church, mosque, clergy|Religious freedom was promised|The region was promised rain
monarchy|monarchy, crown, royal family, throne|The monarchy stays|The monarch butterfly stays
`

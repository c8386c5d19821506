/** Words that news uses for one another, and pairs that exclude each other: one row for each thing. */

/** Lemmas that name one thing or one doing, the first gives the name; rows are parted by `/` or a line, words of a phrase joined by `_`. */
export const SYNONYM_ROWS = `
send deploy dispatch supply deliver provide transfer furnish hand_over send_in
approve authorise allow permit green_light give_permission clear sign_off / strike attack hit shell bomb raid assault bombard
kill die slay dead fatality perish lose_life / wound injure hurt injury casualty / withdraw pull_out pull_back retreat
begin start launch commence kick_off initiate set_off get_under_way / stop end halt cease cancel scrap discontinue terminate call_off
abandon give_up renounce / suspend pause freeze interrupt / postpone delay put_off defer
increase rise grow climb jump surge soar gain raise go_up lift high_up hike
decrease fall drop decline reduce cut lower shrink slump plunge slide slash go_down dip scale_back / expand widen enlarge escalate broaden
agree accept consent / refuse reject turn_down dismiss rebuff spurn / negotiate talk talks dialogue hold_talks
help assist assistance support aid relief / back endorse favour favor stand_behind / oppose be_against object_to speak_against
buy purchase acquire acquisition / sell offload sale / build construct erect / destroy demolish wipe_out level obliterate
capture seize take_control take_over / occupy occupied / control hold_sway / release free let_go set_free / arrest detain apprehend take_into_custody
charge indict / sentence imprison convict / jail prison custody / resign step_down quit leave_office stand_down / appoint name_as
sack fire lay_off shed_job make_redundant redundant layoff / job post employment position / win victory triumph beat / lose defeat
meet meeting summit / visit travel trip / announce declare unveil / finish complete conclude / plan intend intention
consider weigh mull look_into study / ignore disregard overlook pay_no_attention / challenge appeal contest / verdict ruling judgment judgement
prove proof demonstrate evidence / monitor observe oversee watch / maintain keep retain stay remain continue go_on carry_on preserve uphold
repair fix mend / train instruct / intercept shoot_down down / join accede enter / sign ink / violate breach violation / order decree
ban prohibit outlaw forbid bar / veto block / protect defend safeguard shield / receive get obtain / discuss debate
investigate probe inquiry investigation / flee escape run_away / leave depart go_away get_out / return go_back come_back
miss skip stay_away be_absent / appear turn_up show_up testify / attend take_part participate participation / seek look_for strive pursue
open reopen open_again / close shut shut_down closure / rescue save / evacuate evacuation / fund finance bankroll / guarantee security_guarantee
recall call_back / ready willing prepared / worry concern / overwhelm overrun / contain under_control bring_under_control
compulsory mandatory obligatory required / cause reason / harm damage / share portion / introduce impose bring_in / loss deficit
profit surplus profitable / worth value / overvalued worth_less / forge fake counterfeit forged / genuine authentic / awake conscious / safe harmless
dangerous unsafe hazardous
troop troops soldier serviceman servicewoman servicemember service_member military_personnel personnel boots_on_the_ground / force forces
army armed_forces armed_force / missile rocket / drone uav unmanned_aircraft unmanned_aerial_vehicle / plane aircraft jet warplane airplane aeroplane
weapon arms armament weaponry munition / ammunition ammo / tank armour / vessel ship boat / car vehicle automobile / specialist expert
adviser advisor / police officer / hostage captive / prisoner detainee inmate / civilian resident inhabitant noncombatant / child kid
refugee displaced_person / doctor physician medic / worker employee staff / company firm corporation business / money fund funds funding cash
coffer treasury purse / price cost / tax levy / tariff duty / wage salary / bank lender / loan credit / deal agreement accord pact treaty
ceasefire truce armistice cease_fire / war conflict hostility / combat fight battle / invasion invade incursion / law legislation statute
court tribunal / vote election ballot cast_ballot / referendum plebiscite / parliament legislature / government cabinet administration
border frontier boundary / region province oblast / city town / soil land territory / hospital clinic / university college / factory plant
facility installation site / airport airfield / port harbour harbor / road highway motorway / railway rail / power_plant power_station
oil crude petroleum / fire blaze wildfire / flood flooding / storm hurricane typhoon cyclone / earthquake quake tremor
explosion blast explode detonate / crash collision collide / virus disease illness / outbreak epidemic / vaccinate vaccine jab inoculate immunise
nuclear atomic / target aim / legitimate lawful legal / illegal unlawful / risk danger / ally partner / party side / enemy foe adversary
proposal offer suggestion propose / assurance reassurance / air_defence air_defense / europe european european_union eu / west western westerner
un united_nations / imf international_monetary_fund / nato north_atlantic_treaty_organisation / night overnight during_the_night
everywhere anywhere elsewhere / maximum as_much_as / happen occur take_place come_about / say_sorry apologise apology
blame fault hold_responsible responsible / accuse accusation allege allegation / criticise criticism condemn denounce slam blast
praise laud applaud hail commend / welcome greet / confirm verify corroborate / deny denial / admit acknowledge concede confess
promise pledge vow commitment / warn warning caution alert / urge press / hope wish / fear afraid / believe think reckon
expect anticipate forecast predict prediction foresee / aware know knowledge / understand realise grasp / learn find_out discover
hide conceal cover_up withhold / reveal disclose / publish issue / lie untruth falsehood / fraud scam swindle / steal theft rob robbery
bribe bribery corruption corrupt graft kickback / murder homicide assassinate assassination / rape sexual_assault
torture mistreat abuse mistreatment maltreat beat_up / shoot gunfire open_fire fire_at / stab knife / disappear vanish go_missing / search hunt
escort accompany / carry transport / load unload / manufacture produce production output / invent develop / test trial
check inspect inspection examine / count tally / estimate assess assessment / cover include / exclude leave_out / replace substitute swap
move shift relocate / cross pass_over / blockade obstruct / surround encircle besiege siege / advance gain_ground push_forward
hold_out resist resistance withstand / surrender capitulate capitulation lay_down_arms / mobilise call_up conscript draft
recruit hire take_on employ / oust remove_from_office topple overthrow / elect vote_in / nominate put_forward / run_for stand_for candidacy candidate
belong member_of / divide split / unite unity join_forces / merge merger / takeover buy_out / invest investment / repay pay_back / owe debt
spend spending expenditure / earn make_money / waste squander / pay payment / rent lease / bankruptcy bankrupt insolvent insolvency go_bust
subsidy subsidise grant / pension retirement_pay / retire retirement / walk_out walkout down_tools stoppage
protest demonstrate_against rally demonstration march / riot unrest disturbance / cure heal recover recovery / treatment therapy / operate_on surgery
birth born / marry marriage wed wedding / goal score / draw tie_game / coach trainer / player footballer / striker forward / team squad
record best_ever / doping banned_substance banned_drug / weather climate / heatwave hot_spell / drought lack_of_rain / rain rainfall / snow snowfall
pollute pollution contaminate contamination / emission emissions exhaust / species animal / fish fishery / farmer grower peasant / crop harvest
food foodstuff / hunger famine starvation starve / poison toxic poisonous toxin / drug narcotic / smoke smoking / alcohol drink_driving
pupil student schoolchild / teacher schoolteacher / exam examination / book novel / film movie / song track / artist painter / museum gallery
church cathedral / bishop priest clergy / religion faith / house home dwelling / building block_of_flats structure / flat apartment / street avenue
square plaza / park garden / forest wood woodland / river stream / lake reservoir / sea ocean / island isle / mountain peak / coast shore seaside
field meadow / tram streetcar / lorry truck / bicycle bike cycle / motorcycle motorbike / taxi cab / pilot airman / driver motorist
passenger traveller / tourist holidaymaker visitor / neighbour neighbouring / friend friendly / father dad / mother mum mom / family relative kin
boy lad / lawyer attorney barrister solicitor counsel / prosecutor prosecution / guilty culpable guilt / innocent innocence / fine penalty
scientist researcher / result outcome finding / analyst commentator / journalist reporter / broadcaster television tv
statement declaration communique / speech address / email e_mail / phone telephone / software program app / data datum information
internet online web / hack hacker cyberattack cyber_attack / secret classified confidential / spy espionage agent / intelligence secret_service
ambassador envoy / ministry department / king monarch / parliamentarian lawmaker legislator deputy mp member_of_parliament / coalition alliance
crisis emergency / problem difficulty trouble / solution solve way_out / mistake error blunder / success successful / failure failed
progress headway / chance opportunity / duty obligation / freedom liberty / democracy democratic / independence independent / sovereignty sovereign
security safety / stability stable / growth economic_growth / recession downturn / unemployment jobless joblessness / poverty poor / wealth rich
income revenue turnover earnings / rate borrowing_cost / big large huge great massive enormous considerable / small little minor slight modest
new fresh / old former / fast quick rapid swift / slow sluggish / early premature / short brief / strong powerful / weak feeble / bad terrible
important crucial vital key essential / necessary need needed / difficult hard tough / easy simple / cheap inexpensive / expensive costly dear
free_of_charge no_cost gratis / empty vacant / dirty filthy / sick ill unwell / alone by_itself on_its_own single_handed / together jointly joint
immediately at_once instantly straight_away without_delay / soon shortly before_long / gradually step_by_step / temporary provisional interim
permanent for_good lasting / complete total full_scale / partial in_part / exact precise / approximate rough / clear obvious evident
unclear uncertain / likely probable / impossible out_of_the_question unthinkable / unacceptable intolerable / useless pointless meaningless futile
useful helpful / serious grave severe / calm quiet / angry furious / happy glad pleased / sad unhappy / surprised astonished / disappointed let_down
tired exhausted / alive living survive survivor
`

/** One of them excludes the other, said of one thing. */
export interface AntonymRow {
  readonly one: string
  readonly other: string
  readonly example: string
  readonly not: string
}

const pair = (one: string, other: string, example: string, not: string): AntonymRow => ({ one, other, example, not })

export const ANTONYM_ROWS: readonly AntonymRow[] = [
  pair('increase', 'decrease', 'Exports rose / Exports fell', 'Exports rose / Exports grew'),
  pair('begin', 'stop', 'Talks have begun / Talks have ended', 'Talks began / Talks started'),
  pair('maintain', 'stop', 'It will keep the subsidy / It will end the subsidy', 'It will keep it / It will retain it'),
  pair('maintain', 'abandon', 'It keeps the peg / It gives up the peg', 'It keeps the peg / It maintains the peg'),
  pair(
    'maintain',
    'withdraw',
    'Troops will stay / Troops will withdraw',
    'Troops will withdraw / Troops will pull out',
  ),
  pair(
    'maintain',
    'leave',
    'It will stay in the pact / It will leave the pact',
    'It will stay in it / It will remain in it',
  ),
  pair(
    'join',
    'leave',
    'It will join the pact / It will leave the pact',
    'It will join the pact / It will enter the pact',
  ),
  pair(
    'join',
    'withdraw',
    'It will join the pact / It will withdraw from the pact',
    'It will join it / It will enter it',
  ),
  pair(
    'agree',
    'refuse',
    'It accepted the plan / It rejected the plan',
    'It accepted the plan / It agreed to the plan',
  ),
  pair('approve', 'refuse', 'It approved the loan / It refused the loan', 'It approved the loan / It cleared the loan'),
  pair('approve', 'ban', 'It allowed the march / It banned the march', 'It allowed the march / It permitted the march'),
  pair('approve', 'veto', 'It approved the law / It vetoed the law', 'It approved the law / It cleared the law'),
  pair('open', 'close', 'The port is open / The port is closed', 'The port is open / The harbour is open'),
  pair('help', 'oppose', 'It supports the bill / It opposes the bill', 'It supports the bill / It backs the bill'),
  pair('back', 'oppose', 'It backs the bill / It opposes the bill', 'It opposes the bill / It is against the bill'),
  pair('win', 'lose', 'He won the vote / He lost the vote', 'He won the vote / He was victorious'),
  pair(
    'profit',
    'loss',
    'The mill was profitable / The mill made a loss',
    'The mill made a profit / It was profitable',
  ),
  pair('profit', 'lose', 'The mill was profitable / The mill lost money', 'The mill made a profit / It was profitable'),
  pair('true', 'false', 'The report is true / The report is false', 'The report is true / The report is right'),
  pair('true', 'untrue', 'The report is true / The report is untrue', 'The report is true / The report is right'),
  pair(
    'forge',
    'genuine',
    'The letter was forged / The letter was genuine',
    'The letter was forged / The letter was fake',
  ),
  pair('guilty', 'innocent', 'He is guilty / He is innocent', 'He is guilty / He is to blame'),
  pair('guilty', 'acquit', 'He was found guilty / He was acquitted', 'He is guilty / He is to blame'),
  pair('alive', 'kill', 'The pilot is alive / The pilot died', 'The pilot is alive / The pilot lives'),
  pair('release', 'arrest', 'They released her / They arrested her', 'They released her / They freed her'),
  pair('release', 'jail', 'They were released / They were still in jail', 'They were released / They were set free'),
  pair('safe', 'dangerous', 'The water is safe / The water is dangerous', 'The water is safe / The water is clean'),
  pair(
    'possible',
    'impossible',
    'A deal is possible / A deal is impossible',
    'A deal is possible / A deal is feasible',
  ),
  pair(
    'legitimate',
    'illegal',
    'The vote was legal / The vote was illegal',
    'The vote was legal / The vote was lawful',
  ),
  pair('full', 'empty', 'The tank is full / The tank is empty', 'The tank is full / The tank is filled'),
  pair('build', 'destroy', 'They built the bridge / They destroyed the bridge', 'They built it / They constructed it'),
  pair(
    'responsible',
    'innocent',
    'They are responsible / They are innocent',
    'They are responsible / They are to blame',
  ),
  pair(
    'necessary',
    'unnecessary',
    'The step is necessary / The step is unnecessary',
    'The step is necessary / It is needed',
  ),
  pair('aware', 'unaware', 'He was aware of it / He was unaware of it', 'He was aware of it / He knew of it'),
  pair('able', 'unable', 'It is able to pay / It is unable to pay', 'It is able to pay / It can pay'),
  pair('success', 'fail', 'The test succeeded / The test failed', 'The test succeeded / The test was successful'),
  pair(
    'strengthen',
    'weaken',
    'It strengthens the currency / It weakens the currency',
    'It strengthens it / It bolsters it',
  ),
  pair('better', 'worse', 'The harvest was better / The harvest was worse', 'The harvest was better / It was richer'),
  pair('public', 'secret', 'The vote was public / The vote was secret', 'The vote was public / The vote was open'),
  pair(
    'compulsory',
    'voluntary',
    'Masks are compulsory / Masks are voluntary',
    'Masks are compulsory / They are mandatory',
  ),
  pair('intact', 'destroy', 'The bridge is intact / The bridge was destroyed', 'The bridge is intact / It is whole'),
  pair(
    'accident',
    'deliberate',
    'The fire was an accident / It was deliberate',
    'The fire was an accident / It was a mishap',
  ),
]

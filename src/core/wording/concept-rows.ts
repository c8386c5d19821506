/** Words that news uses for one another, and pairs that exclude each other: one row for each thing. */

/** Lemmas that name one thing or one doing, the first gives the name; several words stand with `_`. */
export const SYNONYM_ROWS = `
send deploy dispatch supply deliver provide ship transfer furnish hand_over send_in post
approve authorise allow permit green_light give_permission clear endorse_plan sign_off let ok
strike attack hit shell bomb raid assault bombard
kill die slay dead fatality perish lose_life lives_lost
wound injure hurt injury casualty
withdraw pull_out pull_back retreat withdrawal
begin start launch commence open kick_off initiate set_off
stop end halt cease cancel scrap abandon discontinue terminate call_off
suspend pause freeze interrupt shelve
postpone delay put_off defer
increase rise grow climb jump surge soar gain raise go_up boost expand lift
decrease fall drop decline reduce cut lower shrink slump plunge slide slash go_down dip scale_back
agree accept consent
refuse reject turn_down dismiss rebuff spurn decline_to
negotiate negotiation talk talks dialogue hold_talks
help assist assistance support aid back relief
buy purchase acquire acquisition
sell offload
build construct erect
destroy demolish wipe_out level obliterate
damage
capture seize take_control take_over occupy
release free let_go
arrest detain apprehend take_into_custody hold_in_custody
charge indict
sentence jail imprison
resign step_down quit leave_office stand_down
appoint name_as
dismissed fire sack
win victory triumph
lose defeat
meet meeting summit
visit travel trip
announce declare unveil
finish complete conclude
plan intend intention
consider weigh mull look_into study
know be_aware aware
prove proof demonstrate evidence show_that
monitor observe oversee watch
maintain service repair
operate run man use
train training instruct teach
intercept shoot_down down
join accede enter
sign ink
break violate breach violation
order instruct_to command decree
ban prohibit outlaw forbid bar
protect defend safeguard shield
threaten menace threat
warn caution
receive get obtain
discuss debate
investigate probe inquiry investigation look_into_case
flee escape run_away
return go_back come_back
arrive come reach
reopen open_again
close shut shut_down closure
rescue save
evacuate evacuation
vote cast_ballot
pay_for fund finance bankroll
guarantee guaranteed assure security_guarantee
troop troops soldier serviceman servicewoman servicemember service_member force_troops military_personnel personnel boots_on_the_ground army_unit forces
army military armed_forces armed_force
missile rocket
drone uav unmanned_aircraft unmanned_aerial_vehicle
plane aircraft jet warplane airplane
weapon arms armament weaponry munition
ammunition shells
tank armour
ship vessel boat
submarine
base
specialist expert
adviser advisor
official
police officer
hostage captive
prisoner detainee
civilian resident inhabitant noncombatant
child kid
refugee displaced_person
migrant
doctor physician
worker employee staff
company firm corporation business
money fund funds funding cash
budget
debt
price cost
tax levy
tariff duty
wage salary pay
job
bank lender
loan credit
sanction
deal agreement accord pact treaty
ceasefire truce armistice cease_fire
peace
war conflict fighting hostility
battle combat fight
invasion invade incursion
law legislation statute act_of_parliament
bill draft_law
court tribunal
judge
election poll ballot
referendum plebiscite
parliament legislature duma congress bundestag
government cabinet administration authority
border frontier boundary
region province oblast
city town
village
territory soil land ground
school
hospital clinic
university college
factory plant
bridge
airport airfield
port harbour harbor
road highway motorway
railway train rail
dam
power_plant power_station
electricity power_supply
gas
oil crude petroleum
fire blaze wildfire
flood flooding
storm hurricane typhoon cyclone
earthquake quake tremor
explosion blast explode detonate
crash collision
accident
virus disease illness
vaccine jab
nuclear atomic
chemical
target
risk danger
ally partner
enemy foe adversary
leader
talks_failed
proposal offer suggestion propose
demand
condition precondition
decision
report
document paper
assurance assurances reassurance
air_defense air_defence anti-aircraft
europe european
west western westerner
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
  pair(
    'agree',
    'refuse',
    'It accepted the plan / It rejected the plan',
    'It accepted the plan / It agreed to the plan',
  ),
  pair('approve', 'refuse', 'It approved the loan / It refused the loan', 'It approved the loan / It cleared the loan'),
  pair('approve', 'ban', 'It allowed the march / It banned the march', 'It allowed the march / It permitted the march'),
  pair('open', 'close', 'The port is open / The port is closed', 'The port is open / The harbour is open'),
  pair(
    'reopen',
    'close',
    'The port will reopen / The port will close',
    'The port will reopen / The port will open again',
  ),
  pair('support', 'oppose', 'It supports the bill / It opposes the bill', 'It supports the bill / It backs the bill'),
  pair('win', 'lose', 'He won the vote / He lost the vote', 'He won the vote / He was victorious'),
  pair('true', 'false', 'The report is true / The report is false', 'The report is true / The report is right'),
  pair('guilty', 'innocent', 'He is guilty / He is innocent', 'He is guilty / He is to blame'),
  pair('alive', 'kill', 'The pilot is alive / The pilot died', 'The pilot is alive / The pilot lives'),
  pair('release', 'arrest', 'They released her / They arrested her', 'They released her / They freed her'),
  pair(
    'keep',
    'stop',
    'It will keep the subsidy / It will end the subsidy',
    'It will keep the subsidy / It will retain it',
  ),
  pair(
    'join',
    'leave',
    'It will join the pact / It will leave the pact',
    'It will join the pact / It will enter the pact',
  ),
  pair('safe', 'dangerous', 'The water is safe / The water is dangerous', 'The water is safe / The water is clean'),
  pair(
    'possible',
    'impossible',
    'A deal is possible / A deal is impossible',
    'A deal is possible / A deal is feasible',
  ),
  pair('legal', 'illegal', 'The vote was legal / The vote was illegal', 'The vote was legal / The vote was lawful'),
  pair('full', 'empty', 'The tank is full / The tank is empty', 'The tank is full / The tank is filled'),
  pair('withdraw', 'stay', 'Troops will withdraw / Troops will stay', 'Troops will withdraw / Troops will leave'),
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
  pair('ready', 'unready', 'It is ready / It is unready', 'It is ready / It is prepared'),
  pair('aware', 'unaware', 'He was aware of it / He was unaware of it', 'He was aware of it / He knew of it'),
  pair('able', 'unable', 'It is able to pay / It is unable to pay', 'It is able to pay / It can pay'),
  pair('success', 'fail', 'The test succeeded / The test failed', 'The test succeeded / The test was successful'),
  pair(
    'strengthen',
    'weaken',
    'It strengthens the currency / It weakens the currency',
    'It strengthens it / It bolsters it',
  ),
]

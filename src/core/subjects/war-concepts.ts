/** Concepts of war, arms and security. */

/** name|forms, `!` before one that is something else|example|not */
export const WAR_CONCEPTS = `
troops|troop, soldier, serviceman, servicewoman, servicemember, service member, military personnel, personnel on the ground, forces on the ground, boots on the ground, forces, ground forces, ground troop, !market forces, !forces of nature, combat troop, military contingent, military specialist, military instructor, military adviser, army unit, infantry, infantryman, paratrooper, conscript, reservist, combat forces, special forces, expeditionary forces, !toy soldier|American servicemen will not be sent|A troupe of dancers toured the island
mobilisation|mobilization, military mobilization, partial mobilization, draft order, conscription, military draft, call up|The decree on partial mobilisation was signed|A draft of the speech was shown
mercenaries|mercenary, foreign fighter, hired fighter, soldier of fortune|Hundreds of mercenaries fought there|A fortune was lost on the farm
veterans|war veteran, veteran, ex serviceman, former soldier, !veteran actor, !veteran journalist, !veteran politician|Care for veterans will be paid for|A veteran journalist has died
armed forces|armed forces, army, military, defence forces, defence force, !salvation army|The army will get new boots|The salvation army gave out soup
navy|navy, naval forces, naval force, fleet, warship, frigate, destroyer, aircraft carrier, !fleet of bus, !fleet of car|Two warships left the port|A fleet of cars stood ready
air force|air force, warplane, fighter jet, fighter plane, combat aircraft, bomber, military aircraft, fighter aircraft, jet fighter, combat plane|Fighter jets will be handed over|The aircraft had forty seats
militia|militia, paramilitary, paramilitary group, armed group|Militias hold the bridge|The militant wing of the union struck
rebels|rebel, insurgent, insurgency, separatist, guerrilla|Rebels took the town|The album was rebellious
war|war, warfare, conflict, armed conflict, military conflict, !conflict of interest, !direct conflict, full scale war, hostilities, !war of words, !price war, !trade war, !tug of war, !cold war, !war crime|The war must end|A war of words broke out
military operation|special military operation, military operation, military action, military campaign, combat operation|The special military operation goes on|The operation on his knee went well
nuclear war|nuclear war, nuclear conflict, atomic war, nuclear exchange|Nobody wins a nuclear war|The nuclear plant was shut
military intervention|military intervention, armed intervention, foreign intervention, expeditionary mission|A military intervention was ruled out|The teacher's intervention helped
escalation|escalation, further escalation, military escalation|We want no escalation|The escalator was broken
offensive|offensive, counteroffensive, counter offensive, military offensive, ground offensive, !charm offensive|The counteroffensive has begun|His charm offensive failed
invasion|invasion, military invasion, ground invasion, full scale invasion, incursion, !invasion of privacy|The invasion was a mistake|It was an invasion of privacy
occupation|occupation, military occupation, occupied territory, occupied land, !previous occupation|The occupation must end|State your previous occupation
annexation|annexation, annexed territory, annexed region|The annexation was not accepted|An annexe to the school was opened
territory|territory, soil, territorial integrity, territorial claim, sovereign territory|No attack on its territory will be left unanswered|The terrier ran off
sovereignty|sovereignty, national sovereignty, independence, statehood|Its sovereignty is not for sale|The sovereign rode past
border|border, frontier, state border, border guard, border crossing, border control, !border collie|The border stays shut|A border collie won
airspace|airspace, air space, no fly zone|The airspace was closed|The air was thin and the space small
attack|attack, assault, military attack, armed attack, !heart attack, !cyber attack, !sexual assault, !panic attack|The attack came at dawn|He died of a heart attack
airstrikes|airstrike, air strike, air raid, bombing raid, aerial bombardment, bombing, missile strike, missile attack, drone strike, strike on, strike against, strike inside, !strike on pay, air attack, rocket attack|Air strikes hit the port|The strike on pay went on
shelling|shelling, bombardment, artillery fire, artillery strike, artillery attack|Shelling killed four|A sea shell was found
missiles|missile, rocket, cruise missile, ballistic missile, antiaircraft missile, guided missile, !rocket science, missile system, rocket launcher, launcher|Missiles were fired|It is not rocket science
drones|drone, uav, unmanned aircraft, unmanned aerial vehicle, attack drone, drone attack|Drones crossed the river|He droned on
long-range weapons|long range weapon, long range missile, longer range weapon, longer range missile, long range strike, long range system, long range arm, long range weapon system|Long-range weapons change nothing|A long walk in the range of hills
hypersonic weapons|hypersonic weapon, hypersonic missile, hypersonic glide vehicle|Hypersonic missiles were shown|The supersonic jet was retired
air defence|air defence, air defence system, air defence missile, anti aircraft system, anti missile system, antimissile system, missile defence, anti aircraft missile, surface to air missile, anti aircraft defence, missile defence system, missile defence shield, air defence battery|We need more air defense systems|The defence called three witnesses
artillery|artillery, howitzer, artillery system, mortar, multiple rocket launcher, rocket artillery, !brick and mortar|Howitzers will be sent|A brick and mortar shop shut
tanks|tank, battle tank, armoured vehicle, infantry fighting vehicle, armoured personnel carrier, !think tank, !water tank, !fish tank, !fuel tank, !oil tank, !gas tank, !septic tank|Tanks rolled in|The think tank published a paper
ammunition|ammunition, munition, artillery shell, shell, bullet, !shell company, !silver bullet, !egg shell|Ammunition is running short|A shell company bought the hotel
cluster munitions|cluster munition, cluster bomb|Cluster bombs were used|A cluster of stars was seen
mines|landmine, land mine, anti personnel mine, naval mine, sea mine, minefield, demining, mine clearance|Land mines lie there|The coal mine was closed
weapons|weapon, arm, weaponry, armament, lethal weapon, military equipment, military hardware, weapon system, weapons system, weapons supply, weapon delivery, arms delivery, arms supply, arms shipment, weapons shipment, weapons delivery, arms transfer, !arm of the, !left arm, !right arm, !broken arm|Weapons keep flowing|Her left arm hurt
arms control|arms control, arm control, arms control agreement, arms control treaty, disarmament, arm reduction, arms reduction, nonproliferation, non proliferation, strategic stability|Talks on arms control stopped|The pest control came
arms race|arms race, arm race, nuclear arms race|A new arms race looms|The boat race was won
nuclear weapons|nuclear weapon, nuclear arm, atomic bomb, nuclear bomb, nuclear warhead, nuclear arsenal, nuclear missile, nuclear forces, nuclear force, tactical nuclear weapon, nuclear deterrent, nuclear deterrence, strategic nuclear weapon, nuclear threat|Nuclear weapons must never be used|The atomic clock is exact
nuclear programme|nuclear program, nuclear enrichment, uranium enrichment, enriched uranium, enrichment|The nuclear programme is peaceful|A program of concerts was printed
nuclear tests|nuclear test, nuclear testing, test ban|Nuclear tests will resume|The driving test was hard
chemical weapons|chemical weapon, chemical attack, nerve agent, poison gas|Chemical weapons were found|The chemical plant burned
biological weapons|biological weapon, biological laboratory, bioweapon, military biological program, biolab|Biological weapons are banned|The biological father came
military aid|military aid, military assistance, military support, military help, security assistance, defence aid, arms package, weapons package, aid package, defence assistance, military aid package|Military aid was voted|First aid was given
aid|aid, assistance, humanitarian aid, humanitarian assistance, relief supply, aid convoy, food aid, humanitarian help, foreign aid, development aid, financial aid, financial assistance, economic aid, !first aid, !hearing aid, !band aid|Aid reached the camp|First aid was given
humanitarian crisis|humanitarian crisis, humanitarian catastrophe, humanitarian disaster, humanitarian situation|The humanitarian crisis deepens|The crisis of the bank deepens
humanitarian corridor|humanitarian corridor, evacuation corridor, safe passage|A humanitarian corridor opened|The corridor of the school was painted
famine|famine, starvation, hunger, food insecurity, !hunger strike, !hunger for power|Famine threatens the north|His hunger for power grew
ceasefire|ceasefire, cease fire, truce, armistice, pause in fighting, humanitarian pause, end of hostilities, cessation of hostilities, halt to the fighting|A truce was agreed|The fire ceased to burn at noon
hostages|hostage, captive, abductee, hostage release, hostage deal|The hostages came home|A captivating film
prisoners of war|prisoner of war, pow, prisoner swap, prisoner exchange, exchange of prisoner, captured soldier|A prisoner exchange took place|The prisoner served ten years
civilians|civilian, civilian population, noncombatant, civilian casualty, civilian death, peaceful civilian|Civilians were hit|A civil engineer came
casualties|casualty, death toll, number of dead, dead and wounded, fatality, loss of life, human loss|Casualties are heavy|The casual dress code was kept
civilian infrastructure|civilian infrastructure, civilian object, residential building, critical infrastructure, energy infrastructure, !residential building permit|Energy infrastructure was hit|The residential building permit was late
military target|military target, legitimate target, lawful target, priority target, military facility, military object, military infrastructure, !sales target|They would be a legitimate target|The sales target was missed
military base|military base, air base, airbase, naval base, army base, military bases, garrison|The naval base was closed|The base of the lamp broke
military exercise|military exercise, military drill, war game, joint exercise, naval exercise, joint drill, manoeuvre|Military exercises begin on Monday|Exercise keeps you fit
military training|military training, training of soldier, training mission, training of troop, training program for soldier|Military training continues in the west|Teacher training costs more
intelligence|intelligence, intelligence service, intelligence agency, spy agency, secret service, spy, espionage, intelligence data, reconnaissance, !artificial intelligence, !emotional intelligence, !his intelligence, !her intelligence|Intelligence was shared|Artificial intelligence grows
sabotage|sabotage, saboteur, act of sabotage, subversion|The blast was sabotage|The sabbatical was long
terrorism|terrorism, terrorist, terror attack, terrorist attack, act of terror, terrorist act, terrorist group|Terrorism has no place here|A terrible storm came
war crimes|war crime, crime against humanity, atrocity, genocide, ethnic cleansing, massacre, mass grave|War crimes must be tried|A crime against good taste
defence spending|defence spending, defence budget, military spending, military budget, military expenditure, defence expenditure|Defence spending rises to three percent|The defence spoke of spending habits
security guarantees|security guarantee, security assurance, security pact|Security guarantees are needed|The guarantee of the toaster expired
security|security, national security, public security, regional security, global security, !social security, !security camera, !security guard|Security comes first|Social security was cut
peacekeepers|peacekeeper, peacekeeping, peacekeeping forces, peacekeeping force, peacekeeping mission, blue helmet, observer mission, monitoring mission|Peacekeepers stay a year|Housekeepers stay a year
military alliance|military alliance, military bloc, defence alliance, defence pact, mutual defence, collective defence|A military alliance was formed|A dental alliance was formed
coup|coup, coup attempt, military coup, putsch, !coup for the club|The coup failed|It was a coup for the club
siege|siege, encirclement|The siege was lifted|The seat was lifted
blockade|blockade, naval blockade, sea blockade|The blockade was lifted|The block was lifted
withdrawal|withdrawal, retreat, pullout, pullback, troop withdrawal, withdrawal of troop, !retreat centre, !cash withdrawal|The withdrawal took a week|A cash withdrawal was made
buffer zone|demilitarized zone, demilitarization, buffer zone, security zone|A buffer zone was agreed|The school zone was marked
refugee camp|refugee camp, displaced camp, displacement camp|The refugee camp was full|The summer camp was full
cyberattacks|cyberattack, cyber attack, hacking attack, hacker, ransomware, data breach, cybersecurity, cyber security|A cyberattack hit the bank|The breach of contract hit the bank
piracy|piracy, pirate attack, hijacking, hijacked ship|Piracy is back|The pie was racy
explosion|explosion, blast, bomb attack, car bomb, explosive device, detonation, !blast from the past|The blast broke windows|A blast from the past
front line|front line, frontline, line of contact, battlefield, battle, !battle of wit, !legal battle, !court battle|The front line has not moved|A legal battle began
military equipment repair|maintenance of weapon, weapon repair, servicing of weapon|Weapon repair takes place abroad|The repair of the roof took long
shipyard|shipyard, dockyard|The shipyard was hit|The ship was hard to see
satellites|satellite, satellite image, satellite imagery, spy satellite, !satellite town|Satellites saw it|A satellite town grew
`

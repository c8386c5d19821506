/** Common nouns of people, bodies and papers, who can speak, as lemmas; written by train/words/speakers.py, not by hand. */

export const SPEAKER_NOUNS: ReadonlySet<string> = new Set(
  `abiding abolitionist absentee abusive academic academy acclaimed accomplished account accountable accredited
  accused ace acting active actively activist actor actress acutely addressee adm administration administrator
  admiral admirer adolescent adult adversary advertiser advise adviser advisor advocacy advocate aerospace affidavit
  affiliate affiliated ageing agency agent aggressor agreement aide ailing airline alien alleged alliance allied ally
  ambassador ambulance analysis analyst ancestor angel angry anthropologist anyone apostle appellant appliance
  applicant appointed appointee apprentice architect ardent argument armed army artist ascetic ask asking assailant
  assassin assistant associate astronaut astronomer asymptomatic athlete athletic attacker attendant attendee
  attorney audience auditor author authoritative authority authorized autocrat automaker automotive aviation
  ayatollah babe baby backer ban band banker bar baron barrister bartender base baton battalion battling behest
  believe believed believer belligerent beloved benefactor beneficiary bill billionaire biodefense biographer
  biologically biologist bishop blessed blind blogger board bona book borrower boss boy boyfriend brainchild brave
  brewer brigade brigadier brightest broadcaster broker brokerage brother budding builder bully bunch bureau burglar
  business businessman businessmen businessperson buyer cadet cal call caller camp campaign campaigner candidate
  capable capitalist captain captive caregiver caretaker caring carpenter cashier caucus cavalier celebrated
  celebrity centrist ceo chairman chairperson chairwoman champion chancellor character charismatic charity charlatan
  chartered chef chemist chief child children choir chosen christian church circle citizen citizenry city civic civil
  civilian claimant claimed classmate clergy clerk client closest coach coalition cohort colleague collector college
  columnist comedian commandant commander commanding commentator commission commissioned commissioner committed
  committee communicator communist community companion company compassionate competent competing competitor
  complainant composer comptroller con concerned confident confirmed conglomerate congregation congressman
  congressmen congresswoman conquistador conservative conservatory consular consulate consultant consulting consumer
  contender contestant contingent contractor contributor convicted coolest coordinator cop coquette corporation
  correspondent corrupt cosmo council councillor counsel counselor counterintelligence country county couple courier
  court cousin craftsman creator credible creditor crew criminal criminally critic critically crook crowd culprit
  cult culturally curator currently custom customer cynical czar dad dame dancer darling datum daughter dea dead deaf
  dealer dean debate debtor debutant deceased declared dedicated def defeated defector defendant defender defiant
  deity delegate delegation demagogue democrat democratic democratically demon demonstrator denied department
  depraved depressed deputy deranged descendant deserving designated designee designer destroyer detained detainee
  detective developer devoted devout diaspora dictator dignitary diligent diplomat director disabled disadvantaged
  disciple disgruntled displaced dissident distinguished distributor district doc doctor document doe doll dominant
  don donor dozen dreamer driver drunk duly duo dysfunctional eager economically economist editor editorial educated
  educator elderly elect elected election electorate eleven eligible elite email eminent emir employee employer
  endowment enemy enforcement engineer enigmatic enterprise enterprising enthusiast enthusiastic entity entrepreneur
  entrepreneurial environmentalist envoy epstein establishment eurosceptic everyone evidence evil exchequer excited
  exec executed executive exemplary experienced experimenter expert explorer exporter exterminator extremist face
  facilitator faction faculty faithful family fan fandom farmer farrier fascist father favourite feared federation
  fellow felon female fictional fiercely fiercest fighter figure filings finalist financier finding finest fired
  firefighter firm fiscally fisherman flagship fledgling folk follower force forecaster foreign foreigner foremost
  forensic formally former formerly formidable fortunate foster foundation founder founding frank freed freelance
  friend frontiersman frontrunner frustrated fugitive fundraiser funniest gallant gallery gamer gang gangster
  gardener garrison gay geek general generation gentleman gentlemen geologist ghost girl girlfriend goalkeeper god
  gov governed government governmental governor graduate graduated graduating grammarian grandfather grandmother
  grandpa grant grateful greedy grieving group guard guardian guest guild guilty guitarist gunman guy hacker handful
  handicapped happy hardline hardworking harem hated head healthiest heckling heir helper hermit hero hiring
  historian holder holdout homegrown homeowner hon honest honor honorable honorary hopeful host hostage hostile
  housewife human humane humanist humble hundred hungry hunter hurt husband icebreaker icon idealistic identifiable
  identified idiot ill illegitimate illustrator imam immi immigrant immortal immunocompromised impartial importer
  incoming incumbent indebted independent individual industrialist ineligible infantry infielder influential informed
  inhabitant injured innocent innovator inquiry insider inspector institute institution instructor insurer insurgent
  intel intellectual intelligent interested interlocutor intermediary interpreter interviewer intrepid intruder
  inventor investigated investigating investigation investigative investigator investor invite invited irresponsible
  issuer jailed jew journal journalism journalist judge judiciary junior junta jury justice keen keeper kicker kid
  killed killer king kinsman know known labor laborer labour lad lady laggard landlord laureate law lawful lawmaker
  lawsuit lawyer layman leader leadership league leaker learner lecturer leftist legend legendary legislation
  legislator legislature legitimate lesbian letter liaison liar liberal licensed lieutenant lifelong likeminded likes
  linguist listener livable lived lobbyist local lone longtime lord loudest loved loving loyal lucky mafia magazine
  magician magnet maid majesty major maker male man manager maniac manufacturer marine married martyr master
  mastermind mathematician matter maverick max mayor mechanic medalist media mediator medical member men mentor
  merchant message messenger met metropolitan middleman midfielder midwife migrant militant military militia
  millennial million millionaire miner minister ministry minority missionary mistress mob moderate moderator mogul
  mom monarch monitor monk mortal mother motorist movement mullah multidisciplinary multinational mum municipality
  murderer museum musician named nanny narrator nation nationalist native naturalist navigator navy naysayer nazi
  needy negotiator neighbor neighbour neo nephew network neurologist neurosurgeon newbie newcomer newest newspaper
  nick noble nobody nominated nominee non noncitizen none nonpartisan nonprofit notable novelist nurse nursing
  observant observer occupant office officer official older oldest oligarch oligarchy ombudsman one openly operative
  opponent opportunist opposition optimist optimistic orchestra organisation organiser organization organized
  organizer organizing other outfielder outgoing outlet outsider outspoken overbearing overseer owner pac page paid
  painter panel paper paramilitary parent parliamentarian participant participating partner party passionate passive
  pastor patient patriot patriotic patron peacekeeper peacemaker peasant pediatric pediatrician peer people percent
  performer perpetrator persistently person personality personally personnel pharmaceutical pharmacist philanthropic
  philanthropy philosopher photo photographer physician physicist pilgrim pilot pioneer pioneering pirate pla
  plaintiff plan platform player poet police policeman policymaker politically politician poll polling poorest pope
  populace population portrayal post poster postsecondary powerful practicing practitioner precedent predator
  predecessor pregnant premier presenter president presiding presumed pri priest prince principal principled printer
  prisoner private privately pro producer profession professional professor programmer progressive prolific prominent
  proponent prosecution prosecutor prospective protestant protester protestor proud provider provocateur psychologist
  psychotherapist public publicly publisher pundit pupil purchaser qualified quasi question questioner quitter rabbi
  race racist radical radicalized radio ragamuffin ragtag ramos rancher ranking rapist rapper reader realist rebel
  receiver recipient record referee refiner reformed reformer refugee regiment registered regularly regulator
  reigning relative release reliable religion renowned renter report reporter representative republican requested
  research researcher resident resilient respectable respected respectful respects respondent responding responsible
  responsive restaurateur result retailer retired retiree return revered revolutionary richest rider righty rival
  rogue roommate rule runner said sailor saint salesman santorum saviour scholar school schoolboy scientist
  scientology screenwriter seamen secretary seeker segregationist selected seller senator senior serial seriously
  servant servicemen serving settler seventy sexually shareholder sheriff sherpa shooter sibling sick side sign
  signatory singer sir sister skeptic skilled slave sleeper smart smartest smuggler sniper soccer socialist socially
  sociologist soldier solicitor someone son songwriter sorority source sovereign speaker speaking specialist
  specialized spectator speculator speechwriter splinter spoke spoken spokesman spokespeople spokesperson spokeswoman
  sponsor spouse sprinter spy staff staffer stakeholder stalwart standard star state statement statesman staunch
  steadfast stepchild steward stockholder stranger strategist striker stripper strongest stubborn student study
  subcontractor successor suit suitor summary superhero superior superpower superstar supervising supervisor
  supporter supportive supreme surgeon survey surviving survivor suspect suspected svp swimmer sympathetic synagogue
  system talented talk talking tally taxi taxpayer teacher team teammate technologically teen teenage teenager
  telling tenant tenor terrorist tester therapist thirty thou thoughtful thousand thug today toddler tourist tracker
  trader trafficker trailblazer trained transferee transgender translator traveler traveling traveller tribe trio
  troop troupe trucking trusted trustee trustworthy truthful tsar tutor tweet twenty tycoon tyrant ultra umbrella
  umpire unaccountable unbending uncle uncommitted undersecretary underserved undocumented unemployed unheralded
  unidentified unifier uniformed uninsured union uniter university unjustly unknown unnamed unprepared unqualified
  unruly unvaccinated upset upwardly user vaccinated vampire vanguard vegan vendor vested veteran vetted vice victim
  victor video viewer villain visionary visited visiting visitor vlogger vocalist voice volleyball volunteer von
  voter vulnerable waiter waitress wanted warlord warmonger warrior watchdog watched wayward weakest wealthiest
  wealthy weary website welcomed wheelchair whip whistleblower who wholesaler whose why widow widower wife wildcard
  willing winner wise witch witness woman womanizer women worker workforce working worried wounded writer wrongfully
  wrongly yacht young younger youngest youngster youth zealander`.split(/\s+/),
)

/** Concepts of courts, police, health, climate and daily life. */

/** name|forms, `!` before one that is something else|example|not */
export const SOCIETY_CONCEPTS = `
court case|court case, lawsuit, court, legal action, legal battle, court battle, court ruling, court hearing, judge, appeal court, legal case, litigation, class action, supreme court ruling, !tennis court, !food court, !basketball court|The lawsuit was dropped|The tennis court was wet
trial|trial, retrial, courtroom, court martial, jury, !clinical trial, !trial and error, !trial period|The trial begins|The clinical trial begins
verdict|verdict, conviction, ruling, judgment, acquittal, court decision|The verdict was guilty|The convict was gone
prison sentence|prison sentence, jail term, sentence, prison term, life sentence, life imprisonment, death sentence, !sentence structure|The sentence was ten years|The scent was strong
death penalty|death penalty, capital punishment, execution|The death penalty was abolished|The penalty kick was missed
appeal|appeal against, court appeal, legal appeal|The appeal against the verdict failed|The film had wide appeal
charges|criminal charge, indictment, charge of, felony, criminal case, prosecution, accusation|The indictment was read|The charger was red
allegations|allegation, claim, unproven claim, !baggage claim, !insurance claim|The allegations are false|The baggage claim is there
investigation|investigation, inquiry, probe, criminal investigation, inquest, fact finding mission, !space probe|An inquiry was opened|The space probe was lost
evidence|evidence, proof, testimony, witness, !witness box|The evidence was thin|The evident fault was there
arrests|arrest, detention, custody, detainee, arrest warrant, !child custody, !cardiac arrest|Arrests were made|A cardiac arrest was fatal
extradition|extradition, extradition request, extradition treaty|Extradition was refused|Tradition was refused
pardon|pardon, amnesty, clemency|The pardon was signed|The partner was signed
prison|prison, jail, penal colony, prison camp, prisoner, inmate, labour camp, !prisoner of war|The prison is full|The prism is full
police|police, security forces, police force, police forces, police officer, law enforcement, policing, policeman, policewoman, cop, !climate cop, !police state|The police were late|The policy was late
police violence|police violence, police brutality, excessive force, use of force|Police violence was filmed|Violence in the film was shown
crime|crime, criminal, organized crime, crime rate, criminal gang, gang, !war crime, !chain gang|Crime is down|The climb is down
murder|murder, killing, homicide, assassination, assassination attempt, manslaughter|The murder was planned|The mural was planned
shooting|mass shooting, shooting, gunman, school shooting, !shooting star, !shooting of the film|The shooting left two dead|A shooting star was seen
stabbing|stabbing, knife attack, knife crime|The stabbing took place at night|The stable took fire at night
kidnapping|kidnapping, abduction, disappearance, missing person, enforced disappearance|The kidnapping ended well|The kids were napping
torture|torture, ill treatment, abuse of prisoner, mistreatment|Torture was used|The tortoise was used
robbery|robbery, theft, burglary, heist, looting, stolen car, shoplifting|The theft was filmed|The thief's dog was filmed
fraud|fraud, scam, bank fraud, forgery, scammer, !tax fraud, !election fraud, !voter fraud|The fraud cost millions|The freight cost millions
drugs|drug trafficking, drug, drug cartel, cocaine, heroin, fentanyl, opioid, drug smuggling, narcotic, cannabis, marijuana, !cancer drug, !drug maker, !drug company, !prescription drug|Fentanyl kills|The drugstore closed
human trafficking|human trafficking, people smuggling, trafficking, smuggler, forced labour, modern slavery, !drug trafficking, !drug smuggling|Human trafficking pays|Human traffic pays
sexual abuse|sexual abuse, rape, sexual assault, sexual harassment, sexual violence, child abuse|Sexual abuse was hidden|Verbal abuse was heard
domestic violence|domestic violence, domestic abuse, femicide|Domestic violence rose|Domestic flights rose
violence|violence, clash, street violence, violent clash, !clash of date, !gun violence|Violence broke out|A violin broke
health care|health care, healthcare, health service, health system, hospital, clinic, medical care, health insurance, hospital bed, emergency room, waiting list|The hospital was hit|The hostel was hit
doctors|doctor, nurse, medic, medical staff, health worker, physician, surgeon, paramedic, !spin doctor|Nurses want more pay|The nursery wants more pay
medicines|medicine, medication, prescription drug, cancer drug, antibiotic, painkiller, insulin, drug price, pharmaceutical, drug maker, drug company|Insulin is too dear|Insulation is too dear
vaccines|vaccine, vaccination, jab, booster shot, vaccine dose, immunization|The vaccine works|The vacuum works
pandemic|pandemic, epidemic, outbreak, lockdown, virus, coronavirus, covid, covid 19, infection, contagion, new case, infection rate, !computer virus|The outbreak is over|A computer virus was found
disease|disease, illness, cancer, flu, malaria, measles, cholera, hiv, aids, tuberculosis, dementia, influenza|Cholera is back|The choir is back
mental health|mental health, depression and anxiety, suicide, burnout, !suicide bomber, !suicide bombing|Mental health matters|Mental arithmetic matters
obesity|obesity, overweight, sugar tax, junk food|Obesity is rising|Obedience is rising
smoking|smoking, tobacco, cigarette, vaping, e cigarette, smoker|Smoking kills|Smoke from the fire kills
alcohol|alcohol, drink driving, binge drinking, drunk driving|Alcohol kills|The alcove was dark
surgery|surgery, operation on his, transplant, organ donation, organ donor|The surgery went well|The surge went on
clinical trial|clinical trial, drug trial, vaccine trial|The clinical trial begins|The murder trial begins
climate change|climate change, global warming, warming planet, warming of the planet, climate crisis, climate emergency, rising temperature, climate target, net zero, climate goal, climate policy, climate action, climate|Climate change is real|The climber is real
emissions|emission, carbon emission, greenhouse gas, carbon dioxide, carbon footprint, methane, carbon tax, co2|Emissions fell|The commission fell
pollution|pollution, air quality, smog, plastic waste, oil spill, air pollution, contamination, sewage, toxic waste|Pollution kills|Pollen kills
environment|environment, conservation, biodiversity, wildlife, endangered species, nature reserve, ecosystem, !business environment, !work environment|The environment suffers|The business environment suffers
forests|forest, deforestation, logging, rainforest, forest loss, !forest fire|The rainforest shrinks|The forester shrinks
wildfires|wildfire, forest fire, bushfire, brush fire, bush fire|Wildfires spread|Wild flowers spread
fire|blaze, house fire, fire brigade, firefighter, fire service, fire department, !fire sale|Firefighters came late|A fire sale came late
floods|flood, flooding, flash flood, high water, flood defence, flood water, !flood of email|Floods hit the valley|The floor hit the valley
drought|drought, water shortage, dry spell, water supply, drinking water, heatwave, heat wave|The drought goes on|The draught goes on
storm|storm, hurricane, typhoon, cyclone, tornado, heavy rain, snowstorm, blizzard, !storm of protest|The hurricane turned north|A storm of protest broke
earthquake|earthquake, quake, tremor, aftershock, tsunami, volcano, eruption, volcanic eruption|The earthquake killed ten|The earth worm died
natural disaster|natural disaster, disaster relief, avalanche, mudslide, disaster, rock fall|The mudslide buried a road|A landslide win was had
rescue operation|rescue operation, rescue effort, search and rescue, rescue team, rescuer, rescue worker, evacuation, evacuee|Rescue teams dug all night|The rest of the team dug
accident|accident, crash, car crash, plane crash, train crash, derailment, collision, shipwreck, !market crash, !crash course|The crash killed two|A crash course was given
weather|weather, forecast, temperature, snow, rain, heavy snow, !economic forecast, !growth forecast|The weather will turn|Whether he will turn
education|education, school, classroom, curriculum, university, college, student, pupil, tuition fee, student loan, higher education, textbook, !old school, !electoral college, !school shooting|Schools stay shut|The old school joke fell flat
teachers|teacher, lecturer, professor, teacher training|Teachers strike|The tea strikes
children|child, kid, infant, schoolchild, youngster, baby, !child benefit, !child abuse, !child poverty|Children suffer most|Childish jokes suffer
childcare|childcare, child care, nursery, kindergarten, preschool, parental leave, daycare|Childcare is too dear|Care is too dear
families|family, parent, relative, !royal family|Families wait|Familiar faces wait
birth rate|birth rate, population growth, ageing population, aging population, fertility rate, demographic crisis|The birth rate fell|The base rate fell
elderly|elderly, older people, nursing home, care home, social care|Care homes are full|Elder flowers are full
media|media, news media, journalist, reporter, newspaper, broadcaster, mass media, press, !printing press|Journalists were expelled|The journey was long
culture|culture, cultural heritage, heritage site, cultural policy, !culture of silence|Culture needs money|A culture of silence needs light
museums|museum, exhibition, gallery, exhibit, !shooting gallery|The museum reopens|The muse returns
art|art, artist, painting, sculpture, !martial art, !state of the art|The painting was returned|The tool is state of the art
theatre|theatre, opera, playhouse, !operating theatre, !soap opera|The theatre was hit|The soap opera ends
African Americans|african american, black american|African Americans turned out|Africa turned out well
film|film, movie, cinema, film industry, director's cut|The film won a prize|The firm won a prize
music|music, concert, album, song, song contest, musician, singer|The concert was cancelled|The concern was voiced
language|state language, official language, minority language, language law, native language|The official language stays|Bad language stays
sport|sport, football, olympics, olympic game, world cup, match, tournament, athlete, championship, stadium, doping, !football hooligan|The Olympics open|The limp opens
football club|football club, soccer club, transfer fee, premier league|The football club was sold|The golf club was sold
gambling|gambling, casino, betting, lottery|Gambling was banned|The gamble paid off
animals|animal, cattle, animal welfare, pet, wolf, bear population, !pet project|The wolf is back|His pet project is back
water|water, reservoir, aquifer, !high water, !water tank, !drinking water|The water is safe|The waiter is safe
waste|garbage, rubbish, waste disposal, recycling, landfill, litter, household waste|Rubbish piles up|Rubber piles up
planning|planning permission, building permit, zoning, construction site, residential building permit|Planning permission was refused|His plan was refused
safety|safety, safety standard, safety rule, workplace safety, health and safety, !food safety, !nuclear safety, !road safety|Safety comes first|The safe came first
victims|victim, survivor, bereaved family, injured person, wounded|The victims were named|The victor was named
funeral|funeral, burial, state funeral, memorial service, memorial|The funeral is on Friday|The fun is on Friday
statue|monument, statue, war memorial|The statue was pulled down|The statute was struck down
holiday|public holiday, bank holiday, national day|The national day was marked|A day was marked
religious site|holy site, shrine, temple, cathedral, pilgrimage, pilgrim|The shrine was reopened|The shrimp was eaten
`

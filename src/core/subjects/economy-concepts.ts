/** Concepts of the economy, business, energy and technology. */

/** name|forms, `!` before one that is something else|example|not */
export const ECONOMY_CONCEPTS = `
interest rates|interest rate, base rate, key rate, benchmark rate, borrowing cost, rate cut, rate hike, rate rise, rate increase, policy rate, mortgage rate, policy interest rate|Interest rates stay high|The birth rate fell
inflation|inflation, price rise, consumer price, cost of living, rising price, living cost, price growth|Inflation slowed|The tyre was inflated
prices|price, food price, price control, fuel price, petrol price|Prices rose again|The prize rose again
budget|budget, state budget, federal budget, budget deficit, public spending, government spending, fiscal policy, spending plan, spending cut, budget cut, austerity, !low budget film, !budget airline|The budget was passed|A low budget film won
public debt|public debt, national debt, government debt, debt ceiling, sovereign debt, debt limit, debt burden, debt|The debt ceiling was raised|The ceiling was raised
taxes|tax, taxation, income tax, tax cut, tax rise, wealth tax, corporate tax, value added tax, vat, tax rate, tax reform, tax break, tax relief|Taxes will not rise|A taxi will not come
tax evasion|tax evasion, tax fraud, tax avoidance, tax haven|Tax evasion costs billions|An evasive answer costs votes
tariffs|tariff, import duty, customs duty, trade barrier, import tariff, trade war|Tariffs hurt farmers|The tar hurt farmers
trade|trade, free trade, trade deal, trade agreement, foreign trade, trade deficit, world trade, trade talk, trade pact, !trade union, !trade war|Trade fell|The trade union met
exports|export, exporter, export ban, export control, !expert|Exports doubled|Experts doubled
imports|import, importer, import ban|Imports were halted|Important imprints were halted
economy|economy, economic growth, gdp, gross domestic product, growth rate, national economy, economic recovery, economic situation, !economy class|The economy grew|He flew economy class
recession|recession, downturn, economic crisis, depression, financial crisis, economic collapse, economic downturn|A recession looms|The reception looms
poverty|poverty, inequality, poverty line, child poverty|Poverty is rising|The pottery is rising
unemployment|unemployment, jobless rate, joblessness, unemployment rate, job loss, layoff, redundancy, job cut|Unemployment fell|The employer fell
jobs|job, !important job, !good job, !great job, !hard job, !tough job, !do the job, !do a job, employment, labour market, labour shortage, workforce, labour force, hiring|Jobs were created|The jab hurt
wages|wage, salary, pay, pay rise, minimum wage, payroll, bonus, !pay phone, earnings of worker|Wages must rise|The wager must rise
strike action|strike action, walkout, industrial action, labour dispute, hunger strike, general strike, rail strike, strike on pay|The walkout lasted a day|The walk out there lasted a day
trade unions|trade union, labour union, union member, union leader, collective bargaining|The trade union met|The European Union met
pensions|pension, retirement age, pension fund, pensioner, retiree, state pension|Pensions will rise|Pensive men will rise
welfare|welfare, social security, benefit payment, social benefit, welfare benefit, child benefit, social spending, food stamp|Welfare was cut|Farewell was said
banks|bank, banking, lender, banking sector, banking system, bank run, !river bank, !food bank, !blood bank, !west bank, !left bank, !bank of the river|Banks were saved|The food bank was empty
central bank|central bank, monetary policy, rate setter|The central bank met|The central station met its end
currency|currency, exchange rate, devaluation, foreign exchange, foreign reserve, reserve currency|The currency fell|The current fell
cryptocurrency|cryptocurrency, bitcoin, crypto, stablecoin, digital currency|Bitcoin fell|A crypt was found
stock market|stock market, share price, stock price, equity market, stock exchange, financial market, stock|The stock market fell|The stockings fell
bonds|bond, government bond, bond yield, bond market, treasury yield, !bond between, !james bond|Bonds were sold|The bond between them was strong
investment|investment, foreign investment, investor, capital flow, venture capital, shareholder|Investment dried up|The vestment dried
loans|loan, credit line, bailout, rescue package, imf loan, credit facility, borrowing, !credit to the team|The loan was granted|The lawn was green
housing|housing, rent, affordable housing, house price, home price, housing market, real estate, housing crisis, property market, rental, tenant, landlord, homebuilding|House prices fell|The lighthouse fell
homelessness|homelessness, homeless, rough sleeper|Homelessness doubled|Home games doubled
mergers|merger, takeover, acquisition, takeover bid, buyout, hostile bid|The merger was called off|The emergence was called odd
bankruptcy|bankruptcy, insolvency, liquidation|Bankruptcy was filed for|The bank was filed under B
profits|profit, earning, revenue, turnover, quarterly result, annual result, sales figure, net income, profit warning|Profits fell|The prophet fell
companies|company, firm, business, corporation, enterprise, small business, multinational, employer, !theatre company, !shell company, !law firm|Companies will pay more|The theatre company played
antitrust|antitrust, monopoly, competition law, cartel, market power, !drug cartel|The antitrust case began|The trust began
supply chain|supply chain, shortage, supply shortage, supply disruption, bottleneck, !labour shortage|Supply chains broke|The chain broke
manufacturing|manufacturing, factory, industrial output, manufacturer, industrial production, plant closure, production line, assembly line|The factory will close|The fact will be known
farming|farming, agriculture, farmer, farm, crop, harvest, livestock, farmland, farm subsidy, !wind farm, !solar farm, !server farm|The harvest failed|A wind farm failed
grain|grain, wheat, maize, barley, cereal, grain export, corn, !grain deal, !grain of salt|Grain was shipped|Take it with a grain of salt
fertiliser|fertilizer, potash|Fertiliser is scarce|Fertile soil is scarce
food|food, food supply, food security, foodstuff, food safety, !food for thought, !food bank, !food aid|Food is scarce|Food for thought
fishing|fishing, fishery, fisherman, fishing quota, fishing right, trawler|Fishing rights were kept|The fish soup was kept
tourism|tourism, tourist, holidaymaker, tourist season, tourism industry|Tourism recovers|The tour recovers
oil|oil, crude oil, crude, oil price, oil production, oil output, petroleum, oil field, barrel of oil, oil company, !olive oil, !palm oil, !cooking oil|Oil fell below fifty dollars|Olive oil was poured
price cap|price cap, oil price cap, price ceiling|The price cap was agreed|The cap was blue
gas|gas, natural gas, gas supply, gas price, liquefied natural gas, lng, gas pipeline, gas field, gas delivery, gas import, shale gas, !tear gas, !greenhouse gas, !poison gas, !gas tank, !gas station, !gas mask|Gas supplies stopped|Tear gas was fired
pipeline|pipeline, oil pipeline, !in the pipeline|The pipeline was blown up|More is in the pipeline
fuel|fuel, petrol, gasoline, diesel, kerosene, fuel shortage, fuel supply, !nuclear fuel, !fossil fuel|Fuel ran short|Fossil fuel must go
energy|energy, energy supply, energy price, energy crisis, energy bill, energy sector, energy market, energy security, !solar energy, !renewable energy, !nuclear energy, !wind energy|Energy bills doubled|Solar energy doubled
electricity|electricity, power grid, power supply, blackout, power cut, power outage, electricity bill, electricity grid, electricity price, grid operator, grid|Electricity came back at nine|The electorate came back
power plants|power plant, power station, power line, substation, transformer, hydroelectric plant|The power plant was hit|The plant in the pot was hit
nuclear power|nuclear power, nuclear energy, nuclear plant, nuclear power plant, nuclear reactor, atomic energy, reactor, nuclear power station, nuclear safety, !nuclear power like|Nuclear power is safe|Nuclear weapons are not
radioactive waste|radioactive waste, nuclear waste, radiation, radioactive material, radioactive leak, contaminated water|Radiation was measured|The radiator was measured
fossil fuels|fossil fuel, hydrocarbon|Fossil fuels must go|The fossil was full of holes
coal|coal, coal mine, coal mining, coal plant, coal power, coal fired power|Coal must go|The goal must go
mining|mining, mine, miner, ore, !mine clearance, !data mining|The mine collapsed|Data mining was used
rare earths|rare earth, rare earth metal, critical mineral, lithium, cobalt, rare earth mineral|Critical minerals were found|A rare coin was found
steel|steel, steelmaker, steel mill|Steel output fell|He will steal it
metals|aluminium, aluminum, copper, nickel, scrap metal, !nickel coin|Copper rose|A coup rose
gold|gold, gold reserve, gold price, !gold medal, !gold standard, !olympic gold|Gold rose|The gold medal was his
renewable energy|renewable energy, wind power, solar power, solar panel, wind farm, wind turbine, solar energy, wind energy, renewables, green energy, clean energy, solar farm|Wind farms will be built|The wind was strong
electric cars|electric car, electric vehicle, ev, charging station|Electric cars sell well|Electric chairs sell well
car industry|car industry, carmaker, car maker, automaker, auto industry|The carmaker will close a plant|The car was parked
aviation|aviation, airline, aircraft maker, airport, air traffic, flight, budget airline, !flight of stair|The airline cut routes|A flight of stairs was cut
railways|railway, rail, railroad, train, high speed rail, train service, !hand rail|The railway was sold|The hand rail broke
shipping|shipping, merchant ship, cargo ship, tanker, oil tanker, container ship, freight, freighter, cargo, vessel, !blood vessel|The tanker ran aground|A blood vessel burst
ports|port, harbour, seaport, !usb port|The port was shut|The USB port was broken
roads|road, motorway, highway, road safety, congestion charge, traffic, !drug traffic, !air traffic|The road was closed|He rode home
public transport|public transport, bus, metro, subway, public transit, commuter|Buses will be free|Busy men will be free
infrastructure|infrastructure, public works, construction project|Infrastructure is old|The structure is old
bridges|bridge, !bridge loan|The bridge collapsed|The bride collapsed
tunnels|tunnel, !tunnel vision|The tunnel was flooded|The channel was flooded
dams|dam, hydroelectric dam|The dam broke|The damp broke
telecommunications|telecom, telecommunication, mobile network, broadband, 5g, internet access, undersea cable|Broadband reaches all villages|The broad band of colour
internet|internet, social network, social media, online platform, website, search engine|Social media must do more|The media must do more
technology|technology, tech company, tech giant, tech firm, big tech|Technology moves fast|The technique is old
artificial intelligence|artificial intelligence, ai, machine learning, chatbot, language model, ai model|AI will change work|The aim will change
semiconductors|semiconductor, chip, chipmaker, microchip, computer chip, chip maker, !fish and chip, !potato chip, !bargaining chip|Chips are scarce|Fish and chips are scarce
data protection|data protection, privacy, personal data, data privacy, invasion of privacy, surveillance|Privacy matters|The privy council matters
space|space programme, space program, space station, space mission, spacecraft, astronaut, cosmonaut, moon landing, lunar mission, space agency, space launch|The space station was left|The parking space was left
research|research, scientist, researcher, scientific study, laboratory, lab|Research needs money|The search needs money
reconstruction|reconstruction, rebuilding, recovery plan, reconstruction effort|Reconstruction takes decades|Construction takes months
development|development goal, economic development, developing country, global south|The developing countries object|The developer objects
compensation|compensation, payout, indemnity|Compensation was paid|The damage was seen
contracts|contract, procurement, tender, public contract, !tender moment|The contract was signed|The contact was made
`

/** The rows of the table of countries, apart from what reads them. */

/** iso2|qid|names|demonyms|capitals; lists by `;`. Facts: ISO 3166, Wikidata (CC0), the World Factbook (public domain). */
export const COUNTRY_ROWS = `
AD|Q228|Andorra|Andorran;Andorrans|Andorra la Vella
AE|Q878|United Arab Emirates;UAE;U.A.E.;Emirates|Emirati;Emiratis|Abu Dhabi
AF|Q889|Afghanistan|Afghan;Afghans|Kabul
AG|Q781|Antigua & Barbuda;Antigua and Barbuda|Antiguan;Antiguans;Barbudan;Barbudans|Saint John's
AI|Q25228|Anguilla|Anguillan;Anguillans|The Valley
AL|Q222|Albania|Albanian;Albanians|Tirana
AM|Q399|Armenia|Armenian;Armenians|Yerevan
AO|Q916|Angola|Angolan;Angolans|Luanda
AR|Q414|Argentina|Argentine;Argentinian;Argentines;Argentinians|Buenos Aires
AS|Q16641|American Samoa|American Samoan;American Samoans|Pago Pago
AT|Q40|Austria|Austrian;Austrians|Vienna
AU|Q408|Australia|Australian;Australians|Canberra
AW|Q21203|Aruba|Aruban;Arubans|Oranjestad
AX|Q5689|Åland Islands||Mariehamn
AZ|Q227|Azerbaijan|Azerbaijani;Azeri;Azerbaijanis|Baku
BA|Q225|Bosnia;Bosnia and Herzegovina;Bosnia-Herzegovina|Bosnian;Bosnians|Sarajevo
BB|Q244|Barbados|Barbadian;Barbadians;Bajan;Bajans|Bridgetown
BD|Q902|Bangladesh|Bangladeshi;Bangladeshis|Dhaka
BE|Q31|Belgium|Belgian;Belgians|Brussels
BF|Q965|Burkina Faso|Burkinabe|Ouagadougou
BG|Q219|Bulgaria|Bulgarian;Bulgarians|Sofia
BH|Q398|Bahrain|Bahraini;Bahrainis|Manama
BI|Q967|Burundi|Burundian;Burundians|Gitega
BJ|Q962|Benin|Beninese|Porto-Novo
BL|Q25362|St. Barthélemy;Saint Barthélemy||Gustavia
BM|Q23635|Bermuda|Bermudian;Bermudians|Hamilton
BN|Q921|Brunei|Bruneian;Bruneians|Bandar Seri Begawan
BO|Q750|Bolivia|Bolivian;Bolivians|La Paz;Sucre
BQ|Q27561|Caribbean Netherlands||
BR|Q155|Brazil|Brazilian;Brazilians|Brasília
BS|Q778|Bahamas|Bahamian;Bahamians|Nassau
BT|Q917|Bhutan|Bhutanese|Thimphu
BW|Q963|Botswana|Motswana;Batswana|Gaborone
BY|Q184|Belarus;Byelorussia|Belarusian;Belarusians|Minsk
BZ|Q242|Belize|Belizean;Belizeans|Belmopan
CA|Q16|Canada|Canadian;Canadians|Ottawa
CC|Q36004|Cocos Islands|Cocos Islander;Cocos Islanders|West Island
CD|Q974|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;Congo|Congolese|Kinshasa
CF|Q929|Central African Republic|Central African;Central Africans|Bangui
CG|Q971|Republic of the Congo;Congo-Brazzaville||Brazzaville
CH|Q39|Switzerland|Swiss|Bern;Berne
CI|Q1008|Côte d'Ivoire;Ivory Coast|Ivoirian;Ivoirians|Yamoussoukro
CK|Q26988|Cook Islands|Cook Islander;Cook Islanders|Avarua
CL|Q298|Chile|Chilean;Chileans|Santiago
CM|Q1009|Cameroon|Cameroonian;Cameroonians|Yaounde
CN|Q148|China;PRC;People's Republic of China;mainland China|Chinese|Beijing;Peking
CO|Q739|Colombia|Colombian;Colombians|Bogotá
CR|Q800|Costa Rica|Costa Rican;Costa Ricans|San José
CU|Q241|Cuba|Cuban;Cubans|Havana
CV|Q1011|Cape Verde|Cabo Verdean;Cabo Verdeans|Praia
CW|Q25279|Curaçao|Curacaoan;Curacaoans|Willemstad
CX|Q31063|Christmas Island|Christmas Islander;Christmas Islanders;Christmas Island|The Settlement
CY|Q229|Cyprus|Cypriot;Cypriots|Nicosia
CZ|Q213|Czechia;Czech Republic|Czech;Czechs|Prague
DE|Q183|Germany|German;Germans|Berlin
DJ|Q977|Djibouti|Djiboutian;Djiboutians|Djibouti
DK|Q35|Denmark|Danish;Dane;Danes|Copenhagen
DM|Q784|Dominica||Roseau
DO|Q786|Dominican Republic|Dominican;Dominicans|Santo Domingo
DZ|Q262|Algeria|Algerian;Algerians|Algiers
EC|Q736|Ecuador|Ecuadorian;Ecuadorean|Quito
EE|Q191|Estonia|Estonian;Estonians|Tallinn
EG|Q79|Egypt|Egyptian;Egyptians|Cairo
EH|Q40362|Western Sahara|Sahrawi;Sahrawis;Sahraoui;Sahraouis;Sahrawian;Sahraouian;Sahrawians;Sahraouians|El-Aaiun
ER|Q986|Eritrea|Eritrean;Eritreans|Asmara
ES|Q29|Spain|Spanish;Spaniard;Spaniards|Madrid
ET|Q115|Ethiopia|Ethiopian;Ethiopians|Addis Ababa
FI|Q33|Finland|Finnish;Finn;Finns|Helsinki
FJ|Q712|Fiji|Fijian;Fijians|Suva
FK|Q9648|Falkland Islands|Falkland Islander;Falkland Islanders;Falkland Island|Stanley
FM|Q702|Micronesia|Micronesian;Micronesians;Chuukese;Kosraen;Kosraens;Pohnpeian;Pohnpeians;Yapese|Palikir
FO|Q4628|Faroe Islands|Faroese|Torshavn
FR|Q142|France|French;Frenchman;Frenchwoman;Frenchmen|Paris
GA|Q1000|Gabon|Gabonese|Libreville
GB|Q145|United Kingdom;UK;U.K.;U.K;Britain;Great Britain|British;Briton;Britons;Brit;Brits|London
GD|Q769|Grenada|Grenadian;Grenadians|Saint George's
GE|Q230|Georgia|Georgian;Georgians|Tbilisi
GF|Q3769|French Guiana||Cayenne
GG|Q25230|Guernsey|Channel Islander;Channel Islanders|Saint Peter Port
GH|Q117|Ghana|Ghanaian;Ghanaians|Accra
GI|Q1410|Gibraltar|Gibraltarian;Gibraltarians;Gibraltar|Gibraltar
GL|Q223|Greenland|Greenlander;Greenlanders;Greenlandic|Nuuk
GM|Q1005|Gambia|Gambian;Gambians|Banjul
GN|Q1006|Guinea|Guinean;Guineans|Conakry
GP|Q17012|Guadeloupe||Basse-Terre
GQ|Q983|Equatorial Guinea|Equatorial Guinean;Equatorial Guineans;Equatoguinean;Equatoguineans|Malabo
GR|Q41|Greece|Greek;Greeks|Athens
GT|Q774|Guatemala|Guatemalan;Guatemalans|Guatemala City
GU|Q16635|Guam|Guamanian;Guamanians|Hagatna
GW|Q1007|Guinea-Bissau|Bissau-Guinean;Bissau-Guineans|Bissau
GY|Q734|Guyana|Guyanese|Georgetown
HK|Q8646|Hong Kong|Hong Konger;Hong Kong|Hong Kong
HN|Q783|Honduras|Honduran;Hondurans|Tegucigalpa
HR|Q224|Croatia|Croatian;Croat;Croats|Zagreb
HT|Q790|Haiti|Haitian;Haitians|Port-au-Prince
HU|Q28|Hungary|Hungarian;Hungarians|Budapest
ID|Q252|Indonesia|Indonesian;Indonesians|Jakarta
IE|Q27|Ireland|Irish;Irishman;Irishwoman|Dublin
IL|Q801|Israel|Israeli;Israelis|Jerusalem;Tel Aviv
IM|Q9676|Isle of Man|Manx;Manxman;Manxwoman|Douglas
IN|Q668|India|Indian;Indians|New Delhi;Delhi
IQ|Q796|Iraq|Iraqi;Iraqis|Baghdad
IR|Q794|Iran;Islamic Republic of Iran|Iranian;Iranians|Tehran
IS|Q189|Iceland|Icelandic;Icelander;Icelanders|Reykjavik
IT|Q38|Italy|Italian;Italians|Rome
JE|Q785|Jersey|Channel Islander;Channel Islanders|Saint Helier
JM|Q766|Jamaica|Jamaican;Jamaicans|Kingston
JO|Q810|Jordan|Jordanian;Jordanians|Amman
JP|Q17|Japan|Japanese|Tokyo
KE|Q114|Kenya|Kenyan;Kenyans|Nairobi
KG|Q813|Kyrgyzstan|Kyrgyz|Bishkek
KH|Q424|Cambodia|Cambodian;Cambodians|Phnom Penh
KI|Q710|Kiribati|I-Kiribati;Kiribati;I-Kiribatis;Kiribatis|Tarawa
KM|Q970|Comoros|Comoran;Comorans|Moroni
KN|Q763|St. Kitts & Nevis;St. Kitts and Nevis;Saint Kitts & Nevis;Saint Kitts and Nevis|Kittitian;Kittitians;Nevisian;Nevisians|Basseterre
KP|Q423|North Korea;DPRK;Democratic People's Republic of Korea|North Korean;North Koreans|Pyongyang
KR|Q884|South Korea;Republic of Korea;ROK|South Korean;South Koreans|Seoul
KW|Q817|Kuwait|Kuwaiti;Kuwaitis|Kuwait City
KY|Q5785|Cayman Islands|Caymanian;Caymanians|George Town
KZ|Q232|Kazakhstan|Kazakh;Kazakhs;Kazakhstani|Astana;Nur-Sultan
LA|Q819|Laos|Lao;Laos;Laotian;Laotians|Vientiane
LB|Q822|Lebanon|Lebanese|Beirut
LC|Q760|St. Lucia;Saint Lucia|Saint Lucian;Saint Lucians|Castries
LI|Q347|Liechtenstein|Liechtensteiner;Liechtensteiners;Liechtenstein|Vaduz
LK|Q854|Sri Lanka|Sri Lankan;Sri Lankans|Colombo
LR|Q1014|Liberia|Liberian;Liberians|Monrovia
LS|Q1013|Lesotho|Mosotho;Basotho|Maseru
LT|Q37|Lithuania|Lithuanian;Lithuanians|Vilnius
LU|Q32|Luxembourg|Luxembourger;Luxembourgers;Luxembourg|Luxembourg
LV|Q211|Latvia|Latvian;Latvians|Riga
LY|Q1016|Libya|Libyan;Libyans|Tripoli
MA|Q1028|Morocco|Moroccan;Moroccans|Rabat
MC|Q235|Monaco|Monegasque;Monegasques;Monacan;Monacans|Monaco
MD|Q217|Moldova|Moldovan;Moldovans|Chisinau;Chișinău
ME|Q236|Montenegro|Montenegrin;Montenegrins|Podgorica
MF|Q126125|St. Martin;Saint Martin||Marigot
MG|Q1019|Madagascar|Malagasy|Antananarivo
MH|Q709|Marshall Islands|Marshallese|Majuro
MK|Q221|North Macedonia;Macedonia|Macedonian;Macedonians|Skopje
ML|Q912|Mali|Malian;Malians|Bamako
MM|Q836|Myanmar;Burma|Burmese;Myanmar|Naypyidaw;Nay Pyi Taw
MN|Q711|Mongolia|Mongolian;Mongolians|Ulaanbaatar
MO|Q14773|Macau;Macao||Macao
MP|Q16644|Northern Mariana Islands||Saipan
MQ|Q17054|Martinique||Fort-de-France
MR|Q1025|Mauritania|Mauritanian;Mauritanians|Nouakchott
MS|Q13353|Montserrat|Montserratian;Montserratians|Plymouth
MT|Q233|Malta|Maltese|Valletta
MU|Q1027|Mauritius|Mauritian;Mauritians|Port Louis
MV|Q826|Maldives|Maldivian;Maldivians|Malé
MW|Q1020|Malawi|Malawian;Malawians|Lilongwe
MX|Q96|Mexico|Mexican;Mexicans|Mexico City
MY|Q833|Malaysia|Malaysian;Malaysians|Kuala Lumpur
MZ|Q1029|Mozambique|Mozambican;Mozambicans|Maputo
NC|Q33788|New Caledonia|New Caledonian;New Caledonians|Noumea
NE|Q1032|Niger|Nigerien;Nigeriens|Niamey
NF|Q31057|Norfolk Island|Norfolk Islander;Norfolk Islanders|Kingston
NG|Q1033|Nigeria|Nigerian;Nigerians|Abuja
NI|Q811|Nicaragua|Nicaraguan;Nicaraguans|Managua
NL|Q55|Netherlands;Holland|Dutch;Dutchman;Dutchwoman|The Hague;Amsterdam
NO|Q20|Norway|Norwegian;Norwegians|Oslo
NP|Q837|Nepal|Nepali;Nepalis|Kathmandu
NR|Q697|Nauru|Nauruan;Nauruans|
NU|Q34020|Niue|Niuean;Niueans|Alofi
NZ|Q664|New Zealand|New Zealand;New Zealander;New Zealanders|Wellington
OM|Q842|Oman|Omani;Omanis|Muscat
PA|Q804|Panama|Panamanian;Panamanians|Panama City
PE|Q419|Peru|Peruvian;Peruvians|Lima
PF|Q30971|French Polynesia|French Polynesian;French Polynesians|Papeete
PG|Q691|Papua New Guinea|Papua New Guinean;Papua New Guineans|Port Moresby
PH|Q928|Philippines|Filipino;Philippine;Filipinos;Filipina|Manila
PK|Q843|Pakistan|Pakistani;Pakistanis|Islamabad
PL|Q36|Poland|Polish;Pole;Poles|Warsaw
PM|Q34617|St. Pierre & Miquelon;St. Pierre and Miquelon;Saint Pierre & Miquelon;Saint Pierre and Miquelon||Saint-Pierre
PN|Q35672|Pitcairn|Pitcairn Islander;Pitcairn Islanders|Adamstown
PR|Q1183|Puerto Rico|Puerto Rican;Puerto Ricans|San Juan
PS|Q219060|Palestine;Palestinian Authority;Palestinian Territories|Palestinian;Palestinians|Ramallah;East Jerusalem
PT|Q45|Portugal|Portuguese|Lisbon
PW|Q695|Palau|Palauan;Palauans|Ngerulmud
PY|Q733|Paraguay|Paraguayan;Paraguayans|Asunción
QA|Q846|Qatar|Qatari;Qataris|Doha
RE|Q17070|Réunion||Saint-Denis
RO|Q218|Romania|Romanian;Romanians|Bucharest
RS|Q403|Serbia|Serbian;Serb;Serbs;Serbians|Belgrade
RU|Q159|Russia;Russian Federation|Russian;Russians|Moscow
RW|Q1037|Rwanda|Rwandan;Rwandans|Kigali
SA|Q851|Saudi Arabia|Saudi;Saudis;Saudi Arabian|Riyadh
SB|Q685|Solomon Islands|Solomon Islander;Solomon Islanders|Honiara
SC|Q1042|Seychelles|Seychellois|Victoria
SD|Q1049|Sudan|Sudanese|Khartoum
SE|Q34|Sweden|Swedish;Swede;Swedes|Stockholm
SG|Q334|Singapore|Singaporean;Singaporeans;Singapore|Singapore
SH|Q192184|St. Helena;Saint Helena|Saint Helenian;Saint Helenians|Jamestown
SI|Q215|Slovenia|Slovenian;Slovene;Slovenes;Slovenians|Ljubljana
SK|Q214|Slovakia|Slovak;Slovaks;Slovakian|Bratislava
SL|Q1044|Sierra Leone|Sierra Leonean;Sierra Leoneans|Freetown
SM|Q238|San Marino|Sammarinese|San Marino
SN|Q1041|Senegal|Senegalese|Dakar
SO|Q1045|Somalia|Somali;Somalis|Mogadishu
SR|Q730|Suriname|Surinamer;Surinamers;Surinamese|Paramaribo
SS|Q958|South Sudan|South Sudanese|Juba
ST|Q1039|São Tomé & Príncipe;São Tomé and Príncipe;São Tomé and Príncipe|Sao Tomean;Sao Tomeans|Sao Tome
SV|Q792|El Salvador|Salvadoran;Salvadorans|San Salvador
SX|Q26273|Sint Maarten||Philipsburg
SY|Q858|Syria;Syrian Arab Republic|Syrian;Syrians|Damascus
SZ|Q1050|Eswatini;Swaziland|Swazi;Swazis|Mbabane
TC|Q18221|Turks & Caicos Islands;Turks and Caicos Islands||Grand Turk
TD|Q657|Chad|Chadian;Chadians|N'Djamena
TG|Q945|Togo|Togolese|Lome
TH|Q869|Thailand|Thai;Thais|Bangkok
TJ|Q863|Tajikistan|Tajik;Tajiks|Dushanbe
TK|Q36823|Tokelau|Tokelauan;Tokelauans|
TL|Q574|Timor-Leste;East Timor|Timorese|Dili
TM|Q874|Turkmenistan|Turkmen|Ashgabat
TN|Q948|Tunisia|Tunisian;Tunisians|Tunis
TO|Q678|Tonga|Tongan;Tongans|Nuku'alofa
TR|Q43|Turkey;Türkiye|Turkish;Turk;Turks|Ankara
TT|Q754|Trinidad & Tobago;Trinidad and Tobago|Trinidadian;Trinidadians;Tobagonian;Tobagonians|Port of Spain
TV|Q672|Tuvalu|Tuvaluan;Tuvaluans|Funafuti
TW|Q865|Taiwan;Republic of China|Taiwanese|Taipei
TZ|Q924|Tanzania|Tanzanian;Tanzanians|Dodoma
UA|Q212|Ukraine|Ukrainian;Ukrainians|Kyiv;Kiev;Kyyiv
UG|Q1036|Uganda|Ugandan;Ugandans|Kampala
US|Q30|United States;US;U.S.;U.S;USA;U.S.A.;United States of America;America;the States|American;Americans|Washington;Washington, D.C.;Washington DC;Washington D.C.
UY|Q77|Uruguay|Uruguayan;Uruguayans|Montevideo
UZ|Q265|Uzbekistan|Uzbek;Uzbeks|Tashkent
VA|Q237|Vatican City;Holy See|Vatican|Vatican City
VC|Q757|St. Vincent & Grenadines;St. Vincent and Grenadines;Saint Vincent & Grenadines;Saint Vincent and Grenadines|Saint Vincentian;Saint Vincentians;Vincentian;Vincentians|Kingstown
VE|Q717|Venezuela|Venezuelan;Venezuelans|Caracas
VG|Q25305|British Virgin Islands|British Virgin Islander;British Virgin Islanders|Road Town
VI|Q11703|U.S. Virgin Islands|Virgin Islander|Charlotte Amalie
VN|Q881|Vietnam;Viet Nam|Vietnamese|Hanoi
VU|Q686|Vanuatu|Ni-Vanuatu|Port-Vila
WF|Q35555|Wallis & Futuna;Wallis and Futuna|Wallisian;Wallisians;Futunan;Futunans|Mata-Utu
WS|Q683|Samoa|Samoan;Samoans|Apia
XK|Q1246|Kosovo|Kosovan;Kosovar;Kosovars;Kosovans|Pristina
YE|Q805|Yemen|Yemeni;Yemenis|Sanaa
YT|Q17063|Mayotte||Mamoudzou
ZA|Q258|South Africa;RSA|South African;South Africans|Pretoria
ZM|Q953|Zambia|Zambian;Zambians|Lusaka
ZW|Q954|Zimbabwe|Zimbabwean;Zimbabweans|Harare
`
